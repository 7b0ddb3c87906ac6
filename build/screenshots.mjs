// Plays conversations in a real browser and keeps a picture of each.
//   node build/screenshots.mjs http://127.0.0.1:3978 docs/screenshots/conversations.txt docs/screenshots
// Needs playwright-core (npm install --no-save playwright-core) and a Chromium (CHROMIUM=path, default /usr/bin/chromium).
// In the file a line that begins with "# " names a picture (and, after a comma, the browser's language); the lines below
// it are what the customer writes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [url, file, folder] = process.argv.slice(2);
if (!folder) {
  console.error('node build/screenshots.mjs URL CONVERSATIONS FOLDER');
  process.exit(2);
}

const conversations = readFileSync(file, 'utf8').split(/^# /m).slice(1).map(part => {
  const [head, ...lines] = part.split('\n').map(line => line.trim());
  const [name, locale = 'en-GB'] = head.split(',').map(text => text.trim());
  return { name, locale, lines: lines.filter(line => line.length > 0) };
});

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});

try {
  for (const { name, locale, lines } of conversations) {
    const context = await browser.newContext({ locale, viewport: { width: 480, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(url);
    await page.locator('.empathybot .launcher').click();
    const replies = page.locator('.webchat__bubble:not(.webchat__bubble--from-user)');
    const box = page.locator('.webchat__send-box-text-box__html-text-area');
    await replies.first().waitFor();
    for (const line of lines) {
      const before = await replies.count();
      await box.fill(line);
      await box.press('Enter');
      await replies.nth(before).waitFor();
      // A card follows its text as a bubble of its own.
      await page.waitForLoadState('networkidle');
    }

    // As tall as the conversation, so that all of it is in the picture.
    const transcript = page.locator('.webchat__basic-transcript__scrollable');
    const missing = await transcript.evaluate(element => element.scrollHeight - element.clientHeight);
    await page.setViewportSize({ width: 480, height: Math.min(900 + missing, 6000) });
    await replies.last().scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(folder, `${name}.png`) });
    console.log(name);
    await context.close();
  }
} finally {
  await browser.close();
}
