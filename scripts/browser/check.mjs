// Drives a headless Chromium over its DevTools protocol; needs Node 20.10 or later, no package. Called by scripts/browser/reports.
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [chromium, page, folder] = process.argv.slice(2);
const failures = [];
const check = (what, ok, seen = '') => {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${what} ${seen}`);
  if (!ok) failures.push(what);
};

const browser = spawn(chromium, ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--remote-debugging-port=0',
  `--user-data-dir=${mkdtempSync(join(tmpdir(), 'harrier-browser-'))}`, 'about:blank']);
const address = await new Promise((resolve, reject) => {
  let seen = '';
  browser.stderr.on('data', data => {
    seen += data;
    const found = seen.match(/ws:\/\/[^\s]+/);
    if (found) resolve(found[0]);
  });
  browser.on('exit', () => reject(new Error(seen)));
});
const socket = new WebSocket(address);
await new Promise(resolve => socket.addEventListener('open', resolve));
let last = 0;
const waiting = new Map();
const events = [];
let loaded = () => {};
socket.addEventListener('message', ({ data }) => {
  const message = JSON.parse(data);
  if (message.id) waiting.get(message.id)(message);
  else events.push(message);
  if (message.method === 'Page.loadEventFired') loaded();
});
const send = (method, params = {}, sessionId) => new Promise(resolve => {
  waiting.set(++last, resolve);
  socket.send(JSON.stringify({ id: last, method, params, sessionId }));
});
const { result: { targetId } } = await send('Target.createTarget', { url: 'about:blank' });
const { result: { sessionId } } = await send('Target.attachToTarget', { targetId, flatten: true });
const ask = (method, params) => send(method, params, sessionId);
const value = async expression => {
  const answer = await ask('Runtime.evaluate', { expression, returnByValue: true });
  if (answer.result.exceptionDetails) throw new Error(JSON.stringify(answer.result.exceptionDetails));
  return answer.result.result.value;
};
for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await ask(`${domain}.enable`);
const open = async (hash = '') => {
  const done = new Promise(resolve => { loaded = resolve; });
  await ask('Page.navigate', { url: 'about:blank' });
  await done;
  const again = new Promise(resolve => { loaded = resolve; });
  await ask('Page.navigate', { url: `file://${page}${hash}` });
  await again;
};
const press = async key => {
  const code = { Tab: 9, Enter: 13 }[key];
  const text = key === 'Enter' ? { text: '\r' } : {};
  await ask('Input.dispatchKeyEvent', { type: 'keyDown', key, code: key, windowsVirtualKeyCode: code, ...text });
  await ask('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode: code });
};
const picture = async name => {
  const { result } = await ask('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true });
  writeFileSync(join(folder, `${name}.png`), Buffer.from(result.data, 'base64'));
};
const OPEN_ALL = "document.querySelectorAll('details').forEach(each => { each.open = true; })";

for (const [name, width, scheme] of [['light', 1280, 'light'], ['dark', 1280, 'dark'], ['phone', 400, 'light'], ['phone-dark', 400, 'dark']]) {
  await ask('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: width < 600 });
  await ask('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
  await open();
  await picture(name);
  check(`${name}: no overflow`, await value('document.documentElement.scrollWidth') <= width, await value('document.documentElement.scrollWidth'));
  await value(OPEN_ALL);
  check(`${name}: no overflow with everything open`, await value('document.documentElement.scrollWidth') <= width, await value('document.documentElement.scrollWidth'));
  await picture(`${name}-open`);
}
const styled = await value("getComputedStyle(document.querySelector('main')).maxWidth");
check('the stylesheet holds under the policy', styled !== 'none', styled);

await ask('Emulation.clearDeviceMetricsOverride');
await open();
const wanted = await value("[...document.querySelectorAll('a,summary,[tabindex]')].filter(each => each.checkVisibility()).length");
const reached = new Set();
for (let i = 0; i < wanted + 5; i++) {
  await press('Tab');
  reached.add(await value("[...document.querySelectorAll('*')].indexOf(document.activeElement)"));
}
check('keyboard: every link, summary and scroller', reached.size >= wanted, `${reached.size} of ${wanted}`);
await open();
let opened = false;
for (let i = 0; i < wanted && !opened; i++) {
  await press('Tab');
  if (await value("document.activeElement.matches('details > summary')")) {
    await press('Enter');
    opened = await value('document.activeElement.parentElement.open');
  }
}
check('keyboard: Enter opens a hunt', opened);
const first = await value("document.querySelector('table.verdicts td.number a').getAttribute('href')");
await open();
await value("document.querySelector('table.verdicts td.number a').click()");
check('a number opens its hunt', await value(`document.querySelector('${first}').closest('details').open`), first);

await ask('Emulation.setEmulatedMedia', { media: 'print' });
const height = await value("document.querySelector('details:not([open]) .body').getBoundingClientRect().height");
check('print shows what is folded', height > 50, `${height} px`);

const scripts = await value("document.querySelectorAll('script,img,iframe').length");
check('hostile words made no element', scripts === 0);
const shouts = events.filter(each => ['Runtime.exceptionThrown', 'Runtime.consoleAPICalled', 'Log.entryAdded', 'Page.javascriptDialogOpening'].includes(each.method));
check('no console message, no dialog', shouts.length === 0, JSON.stringify(shouts).slice(0, 500));
const requests = events.filter(each => each.method === 'Network.requestWillBeSent').map(each => each.params.request.url);
check('no request but the page', requests.every(url => url.startsWith('file://' + page) || url === 'about:blank'), `${requests.length}`);
browser.kill();
console.log(`${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
