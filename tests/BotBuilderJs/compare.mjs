// Ours and the SDK for JavaScript in one run, turn by turn about, under the same load: what stands on one machine at one
// time can be compared, whatever else it does meanwhile.
//   node compare.mjs HOST.dll SIMULATOR.dll [SECONDS] [ROUNDS] [WARM-UP SECONDS]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [host, simulator, seconds = '30', rounds = '2', warmUp = '45'] = process.argv.slice(2);
if (!host || !simulator) {
  console.error('Give the built host and simulator: node compare.mjs HOST.dll SIMULATOR.dll [SECONDS] [ROUNDS] [WARM-UP SECONDS]');
  process.exit(2);
}

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'empathybot-compare-'));
const peer = { name: 'Bot Builder 4.23.3, JavaScript', port: 3991, start: `node ${join(here, 'peer.cjs')} 3991` };
const ours = {
  name: 'EmpathyBot', port: 3992,
  start: `env ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS=http://127.0.0.1:3992 Logging__LogLevel__Default=Warning `
    + `Storage__Path=${join(folder, 'compare.db')} dotnet ${resolve(host)}`,
};

function measure(bot, round) {
  const json = join(folder, `${bot.port}-${round}.json`);
  try {
    execFileSync('dotnet', [resolve(simulator), 'load', '--customers', '16', '--seconds', seconds, '--warm-up', warmUp, '--channel', 'messages',
      '--url', `http://127.0.0.1:${bot.port}`, '--start', bot.start, '--json', json], { stdio: ['ignore', 'ignore', 'inherit'], cwd: join(here, '..', '..', 'src', 'EmpathyBot.Host') });
  } catch (failure) {
    // Code 1 is a result too: it says what was lost or doubled.
    if (failure.status !== 1) throw failure;
  }
  return JSON.parse(readFileSync(json, 'utf8'));
}

const rates = { [peer.name]: [], [ours.name]: [] };
console.log('| | turns/s | answered p50 ms | p99 ms | allocated a turn KB | lost or doubled |\n|---|--:|--:|--:|--:|--:|');
for (let round = 1; round <= Number(rounds); round++) {
  for (const bot of [peer, ours]) {
    const seen = measure(bot, round);
    rates[bot.name].push(seen.turnsPerSecond);
    const allocated = seen.server.allocatedKilobytesPerTurn;
    console.log(`| ${bot.name} | ${seen.turnsPerSecond.toFixed(0)} | ${seen.answered.p50.toFixed(1)} | ${seen.answered.p99.toFixed(1)} | ${allocated === null ? '–' : allocated.toFixed(0)} | ${seen.lost + seen.doubled} |`);
  }
}
const mean = values => values.reduce((sum, value) => sum + value, 0) / values.length;
console.log(`\nEmpathyBot to the SDK for JavaScript: ${(mean(rates[ours.name]) / mean(rates[peer.name])).toFixed(2)}`);
rmSync(folder, { recursive: true });
