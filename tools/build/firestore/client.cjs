/** Of `@google-cloud/firestore-api`, the client of documents: its index also loads the one that administers databases. */
const { FirestoreClient } = require('@google-cloud/firestore-api/client_v1');

module.exports = { v1: { FirestoreClient }, FirestoreClient };
