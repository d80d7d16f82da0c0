#!/usr/bin/env node
// Starts a command: `node scripts/cli/start.js build --data data` runs commands/build.ts. Workers of a command start
// here too.
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { commands, loadable, ScriptError, workers } from './bundle.js';

function end(sentence, status) {
  console.error(sentence);
  process.exit(status);
}

async function scriptFor(name) {
  // Nobody types the name of a worker: it is a thread, or has a parent to talk to.
  const scripts = isMainThread && !process.send ? commands() : [...commands(), ...workers()];
  const script = scripts.find((file) => path.basename(file, '.ts') === name);
  if (!script) {
    const names = commands().map((file) => path.basename(file, '.ts'));
    end(`Er is geen opdracht "${name ?? ''}". Dit zijn de opdrachten: ${names.join(', ')}.`, 2);
  }
  return loadable(script).catch((error) => {
    if (error instanceof ScriptError) end(error.message, 1);
    if (error.code === 'ERR_MODULE_NOT_FOUND')
      end('De pakketten van dit programma zijn nog niet geïnstalleerd; draai eerst: npm ci', 1);
    throw error;
  });
}

// A short program has no use for functions that are optimised on other threads: the V8 of Node 20 begins that after
// seven times as much work as it would, and a long build does not notice (decision 0013). Later ones wait by
// themselves.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');
// Eleventy can load a changed configuration anew, with a thread to that end; `npm start` starts a new process for it.
process.env.ELEVENTY_SKIP_ESM_RESOLVER ??= '1';

// The command finds its own arguments where it expects them.
const [name] = process.argv.splice(2, 1);
await import(await scriptFor(name));
