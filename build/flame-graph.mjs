// Draws a flame graph from what `perf script -F comm,ip,sym` prints: what a process computed, and who asked for it.
//
//   perf record -F 600 -g -p PID -- sleep 30
//   perf script -F comm,ip,sym | node build/flame-graph.mjs "A turn" > turn.svg
//
// The host must say where its methods lie (DOTNET_PerfMapEnabled=1), and keep code where perf finds it
// (DOTNET_EnableWriteXorExecute=0). Frames of async plumbing are left out: they stand between each two methods.
import { createInterface } from 'node:readline';

const width = 1600;
const height = 16;
const narrowest = 0.12; // percent of all samples
const title = process.argv[2] ?? 'Flame graph';

const plumbing =
  /AsyncMethodBuilder|AsyncStateMachineBox|ExecutionContext::|AwaitTaskContinuation|Task::Run|TrySetResult|SetExistingTaskResult|ReportStubBlock|InstantiatingStub|^\[unknown\]$|RunContinuations|ITaskCompletionAction/;

const root = { name: 'all', count: 0, children: new Map() };
let stack = [];

/** "instance void [Assembly] Name.Space.Type+<MethodAsync>d__7::MoveNext(...)[Optimized]" as "Type.MethodAsync". */
function short(symbol) {
  const named = symbol.match(/([A-Za-z0-9_.`+<>|$]+)(?:\[[^\]]*\])*::([^(\s]+)/);
  if (!named) return symbol.replace(/\[[A-Za-z0-9]+\]$/, '');
  const type = named[1].split('.').pop().replace(/`\d+/g, '');
  const async = type.match(/^(.*)\+<+([^>]+)>/);
  return async ? `${async[1]}.${async[2]}` : `${type}.${named[2]}`;
}

function take() {
  if (stack.length === 0) return;
  root.count++;
  let at = root;
  for (const frame of stack.reverse()) {
    if (frame === at.name) continue;
    if (!at.children.has(frame)) at.children.set(frame, { name: frame, count: 0, children: new Map() });
    at = at.children.get(frame);
    at.count++;
  }
  stack = [];
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') take();
  else if (/^\s/.test(line)) {
    const symbol = line.trim().replace(/^[0-9a-f]+\s+/, '');
    if (!plumbing.test(symbol)) stack.push(short(symbol));
  }
}
take();
if (root.count === 0) {
  console.error('There are no samples: pipe the output of "perf script -F comm,ip,sym" into this.');
  process.exit(1);
}

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const boxes = [];
let deepest = 0;

function draw(node, x, depth) {
  const share = (100 * node.count) / root.count;
  if (share < narrowest) return;
  deepest = Math.max(deepest, depth);
  boxes.push({ node, x, depth, share });
  let from = x;
  for (const child of [...node.children.values()].sort((one, other) => other.count - one.count)) {
    draw(child, from, depth + 1);
    from += child.count;
  }
}

draw(root, 0, 0);
const scale = width / root.count;
const total = (deepest + 3) * height;
const lines = boxes.map(({ node, x, depth, share }) => {
  const [left, wide] = [(x * scale).toFixed(1), (node.count * scale).toFixed(1)];
  const y = total - (depth + 1) * height;
  let hash = 0;
  for (const sign of node.name) hash = (hash * 31 + sign.codePointAt(0)) >>> 0;
  const fits = Math.floor(wide / 6.2);
  const label = fits < 3 ? '' : `<text x="${(+left + 2).toFixed(1)}" y="${y + 12}">${escape(node.name.slice(0, fits))}</text>`;
  return `<g><title>${escape(node.name)}: ${share.toFixed(1)} %</title><rect x="${left}" y="${y}" width="${wide}" height="${height - 1}" fill="hsl(${20 + (hash % 40)},80%,${60 + (hash % 15)}%)"/>${label}</g>`;
});
console.log(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${total}" font-family="monospace" font-size="10">` +
    `<rect width="100%" height="100%" fill="#fff"/><text x="4" y="14" font-size="13">${escape(title)} (${root.count} samples; widths are shares of processor time)</text>${lines.join('')}</svg>`,
);
