#!/bin/sh
# Makes sure that the browser tests find a Chromium: the one on this machine, the system's package, or Playwright's own build.
set -eu

works() { "$1" --version >/dev/null 2>&1; }
for browser in chromium chromium-browser google-chrome google-chrome-stable; do
    if works "$browser"; then exit 0; fi
done
if ls "${HOME:-/root}"/.cache/ms-playwright/chromium-*/chrome-linux*/chrome >/dev/null 2>&1; then exit 0; fi

echo "Installing Chromium for the browser tests (once) …"
# Ubuntu's package of this name only points to a snap, which does not start in a container; Debian's is the browser.
if [ "$(id -u)" = 0 ] && grep -qs '^ID=debian' /etc/os-release; then
    apt-get update -qq && apt-get install -y -qq chromium >/dev/null
elif [ "$(id -u)" = 0 ]; then
    .venv/bin/playwright install --with-deps chromium
else
    .venv/bin/playwright install chromium
fi
