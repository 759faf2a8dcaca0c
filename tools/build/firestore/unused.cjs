/** Of `google-gax`, the messages of long operations, rights and places as classes: it only hands them on, to clients that administer. */
module.exports = {};
