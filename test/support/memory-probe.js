// Loaded into each process of `npm start` with NODE_OPTIONS. On SIGUSR2 a process collects its garbage and that of its
// threads, and writes the memory it uses to its own file in the folder MEMORY_PROBE.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const threads = new BroadcastChannel('memory-probe');
// The probe must not keep a process or a thread running.
threads.unref();

/** Twice, since memory released by finalizers is only collected the second time. */
async function collectTwice() {
  collectGarbage();
  await setTimeout(500);
  collectGarbage();
}

/**
 * Memory that belongs to a process alone, in bytes. Mapped files, such as its program, are left out: they come and go
 * with whatever else the machine does.
 */
function ownMemory() {
  if (process.platform !== 'linux') return process.memoryUsage().rss;
  return Number(/^RssAnon:\s+(\d+) kB$/m.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
}

if (isMainThread) {
  const file = path.join(process.env.MEMORY_PROBE, `${process.pid}.json`);
  const name = path.basename(process.argv[2] ?? 'node');
  let count = 0;
  function write(measured) {
    fs.writeFileSync(`${file}.new`, JSON.stringify({ name, count, ...measured }));
    fs.renameSync(`${file}.new`, file);
  }
  write({});
  process.on('SIGUSR2', async () => {
    threads.postMessage('collect');
    await collectTwice();
    await setTimeout(500);
    count++;
    write({ own: ownMemory(), heap: process.memoryUsage().heapUsed });
  });
} else threads.onmessage = collectTwice;
