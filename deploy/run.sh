#!/bin/sh
# One night: scrape, check, build. Everything that could be saved is saved; the exit code says whether all went well.
# The site is replaced only by a build of a workspace that passes its checks: a bad night keeps the last good site.
cd "$(dirname "$0")/.." || exit 2
failed=0
npx zhenggai scrape --report archive/latest-report.json || failed=1
if npx zhenggai check --archive && npm run -s build -- --outDir dist.new; then
  rm -rf dist.old
  [ -d dist ] && mv dist dist.old
  mv dist.new dist
else
  failed=1
fi
exit $failed
