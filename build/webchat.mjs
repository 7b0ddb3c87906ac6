// Fetches the one file of Web Chat that we serve, without installing its 583 MB of dependencies: takes the package from npm,
// refuses it when its integrity is not the one written down, and writes dist/webchat.js with its licence notes and
// compressed copies.
//
//   node build/webchat.mjs --version 4.18.1 --integrity sha512-... --out artifacts/cache/webchat

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';

const wanted = ['webchat.js', 'webchat.js.LICENSE.txt'];

/** What went wrong, in a sentence for whoever builds. */
class Refusal extends Error {}

function verify(bytes, integrity) {
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (found !== integrity) {
    throw new Refusal(`The package is not the one we know: expected ${integrity}, got ${found}. Nothing of it was kept.`);
  }
}

/** The files of a tar archive as [name, bytes]; enough of the format for what npm writes. */
function* readTar(tar) {
  const text = (from, length) => tar.subarray(from, from + length).toString('utf8').replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const prefix = text(at + 345, 155);
    const size = parseInt(text(at + 124, 12).trim() || '0', 8);
    yield [prefix ? `${prefix}/${text(at, 100)}` : text(at, 100), tar.subarray(at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function pack(version, folder) {
  try {
    // npm is a script and not a program on Windows, so a shell has to find it there. The arguments are ours.
    const options = { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] };
    return execFileSync('npm', ['pack', '--loglevel=error', `botframework-webchat@${version}`], options).trim().split(/\r?\n/).at(-1);
  } catch (error) {
    if (error.code === 'ENOENT') throw new Refusal('npm was not found. Install Node.js 20 or newer, which brings it, and build again.');
    const reason = `${error.stderr ?? ''}`.trim() || error.message;
    throw new Refusal(`npm could not fetch botframework-webchat@${version}: ${reason.split('\n').slice(0, 3).join(' ')}`);
  }
}

function write(out, name, bytes) {
  // Under another name first: a build that is broken off leaves no half a file under the right one.
  writeFileSync(join(out, `${name}.part`), bytes);
  renameSync(join(out, `${name}.part`), join(out, name));
}

function fetchWebChat({ version, integrity, out }) {
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(join(out, 'fetch-'));
  try {
    const archive = readFileSync(join(folder, pack(version, folder)));
    verify(archive, integrity);

    const files = new Map(readTar(gunzipSync(archive)));
    for (const name of wanted) {
      const bytes = files.get(`package/dist/${name}`);
      if (!bytes) throw new Refusal(`botframework-webchat@${version} holds no dist/${name}.`);
      if (name.endsWith('.js')) {
        write(out, `${name}.gz`, gzipSync(bytes, { level: 9 }));
        write(out, `${name}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
      }
      write(out, name, bytes);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({ options: { version: { type: 'string' }, integrity: { type: 'string' }, out: { type: 'string' } } });
try {
  fetchWebChat(values);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  // The form in which a build tool recognises an error as one.
  console.error(`webchat.mjs : error WEBCHAT1: ${error.message}`);
  process.exitCode = 1;
}
