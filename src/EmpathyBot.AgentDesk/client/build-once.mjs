// Builds the desk's client for MSBuild: packages only when the lock file changed, the bundle only when a source did,
// and never twice at once (two builds may run side by side, of two projects or in two terminals).
// Usage: node build-once.mjs OUT_DIR. Lines that begin "Agent desk: " are shown by MSBuild as errors.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const client = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(client, '../../../artifacts/desk'));
const installed = join(client, 'node_modules', '.desk-installed');
const built = join(out, 'index.html');
// Not under node_modules: npm ci begins by deleting that.
const lock = `${out}.lock`;

function fail(sentence) {
  console.error(`Agent desk: ${sentence}`);
  process.exit(1);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12))
  fail(`Install Node 20 (20.19 or newer) or Node 22.12 or newer from https://nodejs.org. Found Node ${process.versions.node}, which is too old to build the agent desk.`);

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function run(what, args, env) {
  const onWindows = process.platform === 'win32';
  const done = spawnSync('npm', args, { cwd: client, env: { ...process.env, ...env }, encoding: 'utf8', shell: onWindows });
  if (done.error?.code === 'ENOENT') fail('Install Node 20 together with npm from https://nodejs.org. Node is here, npm is not on the path.');
  if (done.status !== 0) {
    // As errors too: a quiet build shows nothing else, and this is what there is to mend.
    const lines = `${done.stdout}\n${done.stderr}`.split('\n').filter((line) => line.trim() !== '');
    lines.slice(-20).forEach((line) => console.error(`Agent desk: ${line}`));
    fail(`${what} failed (npm ${args.join(' ')}).`);
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// A folder is made by exactly one; a holder that was killed is known by its process id.
function takeLock() {
  mkdirSync(dirname(lock), { recursive: true });
  const patience = Date.now() + 10 * 60_000;
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned()) rmSync(lock, { recursive: true, force: true });
    else if (Date.now() > patience) fail(`another build of the desk has been running for ten minutes. If none is, delete ${lock}.`);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }
}

function isAbandoned() {
  const bornAt = changedAt(lock);
  let pid = '';
  try {
    pid = readFileSync(join(lock, 'pid'), 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  // Without an id it was only just made, or its maker died in between.
  return pid === '' ? bornAt > 0 && Date.now() - bornAt > 5_000 : !isRunning(Number(pid));
}

function installIfChanged() {
  const wanted = Math.max(changedAt(join(client, 'package-lock.json')), changedAt(join(client, 'package.json')));
  if (changedAt(installed) >= wanted) return;
  console.log('desk client: installing packages (npm ci), once until the lock file changes');
  run('installing the packages of the agent desk', ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error']);
  writeFileSync(installed, '');
}

function buildIfChanged() {
  const sources = ['src', 'public', 'index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'build-once.mjs'];
  if (changedAt(built) >= Math.max(...sources.map((name) => newest(join(client, name))))) return;
  console.log('desk client: building');
  run('building the agent desk', ['run', 'build', '--silent'], { DESK_OUT_DIR: out });
}

takeLock();
process.on('exit', () => rmSync(lock, { recursive: true, force: true }));
installIfChanged();
buildIfChanged();
// MSBuild comes here again when either is missing or older than a source: packages that were deleted are found missing.
utimesSync(installed, new Date(), new Date());
