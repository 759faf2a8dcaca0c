/** In place of every message as a class, which bundles of documents and pipelines alone are written with. */
function fromObject() {
  throw new Error('The functions are built without bundles and pipelines of Firestore: see tools/build/firestore.');
}

module.exports = {
  google: { firestore: { v1: { Value: { fromObject } } } },
  firestore: { BundleElement: { fromObject } },
};
