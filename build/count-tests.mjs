// Adds up what the test runners wrote, names what failed, and ends with the line "N passed, N failed".
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const expected = ['EmpathyBot.Domain.Tests.trx', 'StandIn.Tests.trx', 'EmpathyBot.Tests.trx', 'EmpathyBot.EndToEnd.trx', 'desk-client.json'];
const present = new Set(readdirSync(folder));
let passed = 0;
let failed = 0;

const fail = (name, why = '') => {
  failed++;
  console.log(`failed: ${name}${why ? `\n  ${why.trim().split('\n').slice(0, 6).join('\n  ')}` : ''}`);
};
const unescape = text => text.replace(/&(lt|gt|quot|apos|amp|#xD|#xA);/g, (_, name) =>
  ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&', '#xD': '', '#xA': '\n' })[name]);

for (const file of expected) {
  if (!present.has(file)) {
    fail(file, 'The test run did not write its results: it did not finish.');
    continue;
  }
  const text = readFileSync(join(folder, file), 'utf8');
  if (file.endsWith('.json')) {
    const report = JSON.parse(text);
    passed += report.numPassedTests;
    for (const suite of report.testResults)
      for (const test of suite.assertionResults.filter(result => result.status === 'failed'))
        fail(test.fullName, test.failureMessages.join('\n'));
    continue;
  }
  const results = text.match(/<UnitTestResult [\s\S]*?(?:\/>|<\/UnitTestResult>)/g) ?? [];
  if (results.length === 0) fail(file, 'No test was run.');
  // A run that was cut off writes what had passed by then.
  if (present.has(`${file}.failed`) && results.every(result => /outcome="Passed"/.test(result)))
    fail(file, 'The run ended with an error although every test it reports has passed: it did not finish.');
  for (const result of results) {
    const name = unescape(/testName="([^"]*)"/.exec(result)?.[1] ?? '?');
    const outcome = /outcome="([^"]*)"/.exec(result)?.[1];
    if (outcome === 'Passed') passed++;
    else fail(name, unescape(/<Message>([\s\S]*?)<\/Message>/.exec(result)?.[1] ?? `outcome: ${outcome}`));
  }
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
