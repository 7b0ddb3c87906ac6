// Draws the icons of the Teams app out of the two leaves of the website's mark, without any library:
//   node build/teams-icons.mjs src/EmpathyBot.Workbench/Teams
// color.png, 192x192: the leaves on a full square, well inside the middle that Teams never cuts off.
// outline.png, 32x32: the leaves in white on nothing, as Teams wants it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const folder = process.argv[2];
if (!folder) {
  console.error('node build/teams-icons.mjs FOLDER');
  process.exit(2);
}

const green = [0x24, 0x59, 0x4a];
const cream = [0xf3, 0xea, 0xd9];
const sand = [0xd9, 0xa6, 0x79];
const white = [0xff, 0xff, 0xff];

/** A closed outline of points along cubic curves: a start, then [control, control, end] again and again. */
function outline(start, ...curves) {
  const points = [];
  let [x0, y0] = start;
  for (const [[x1, y1], [x2, y2], [x3, y3]] of curves) {
    for (let step = 1; step <= 24; step++) {
      const t = step / 24, u = 1 - t;
      points.push([
        u ** 3 * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t ** 3 * x3,
        u ** 3 * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t ** 3 * y3]);
    }
    [x0, y0] = [x3, y3];
  }
  return points;
}

// In the units of mark.svg, 40 by 40.
const leaf = outline([20, 22], [[13, 23], [10, 19], [10.5, 12]], [[17, 12], [20.5, 15], [20, 22]]);
const sideLeaf = outline([20.5, 19], [[20.8, 13], [23.5, 10], [29.5, 10]], [[29.7, 16], [26.5, 19], [20.5, 19]]);
const stem = [[19, 31], [19, 17], [21, 17], [21, 31]];

function inside(points, x, y) {
  let is = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [xi, yi] = points[i], [xj, yj] = points[j];
    if ((yi > y) !== (yj > y) && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) is = !is;
  }
  return is;
}

/** Each pixel is looked at 64 times, so that edges are smooth. */
function draw(size, zoom, background, shapes) {
  const pixels = Buffer.alloc(size * size * 4);
  const samples = 8;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0, 0];
      for (let sample = 0; sample < samples * samples; sample++) {
        // The drawing's middle is at 20 by 20.5.
        const x = ((column + ((sample % samples) + 0.5) / samples) / size - 0.5) / zoom * 40 + 20;
        const y = ((row + (Math.floor(sample / samples) + 0.5) / samples) / size - 0.5) / zoom * 40 + 20.5;
        const hit = shapes.find(([points]) => inside(points, x, y));
        const colour = hit ? hit[1] : background;
        if (colour) [0, 1, 2].forEach(part => { sum[part] += colour[part]; });
        if (colour) sum[3]++;
      }
      const at = (row * size + column) * 4;
      [0, 1, 2].forEach(part => { pixels[at + part] = sum[3] ? Math.round(sum[part] / sum[3]) : 0; });
      pixels[at + 3] = Math.round((sum[3] * 255) / (samples * samples));
    }
  }
  return pixels;
}

function png(size, pixels) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.concat(Array.from({ length: size }, (_, row) => Buffer.concat([Buffer.of(0), pixels.subarray(row * size * 4, (row + 1) * size * 4)])));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

const shapes = (one, other) => [[leaf, one], [sideLeaf, other], [stem, one]];
writeFileSync(join(folder, 'color.png'), png(192, draw(192, 1, green, shapes(cream, sand))));
writeFileSync(join(folder, 'outline.png'), png(32, draw(32, 1.3, null, shapes(white, white))));
