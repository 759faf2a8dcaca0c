// A worker of our own origin, as a file: the content security policy allows no other (`worker-src 'self'`).
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
