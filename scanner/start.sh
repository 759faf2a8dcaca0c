#!/bin/sh
# Signatures first: the image holds those of its day, so that this only fetches what is new. Without the network, those of the image serve.
freshclam --quiet --stdout || echo "freshclam: signatures of the image kept"

clamd --config-file=/etc/clamav/clamd.conf &
clamd=$!
# The server answers at once, and says 503 until clamd has read its signatures (about 30 s): GET /health is the startup probe.
node /app/scanner/server.ts &
server=$!
trap 'kill -TERM "$server" "$clamd"' TERM INT

# If either stops, so does the container: Cloud Run starts another one. (A plain sh has no `wait -n`.)
while kill -0 "$clamd" 2>/dev/null && kill -0 "$server" 2>/dev/null; do sleep 5; done
kill "$clamd" "$server" 2>/dev/null
exit 1
