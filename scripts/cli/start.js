#!/usr/bin/env node
// Starts a command: `node scripts/cli/start.js build --data data` runs commands/build.ts. Also starts the workers of
// commands.
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { commands, loadable, ScriptError, workers } from './bundle.js';

function end(sentence, status) {
  console.error(sentence);
  process.exit(status);
}

async function scriptFor(name) {
  // Workers cannot be started by hand: they run on a thread or have a parent process to talk to.
  const scripts = isMainThread && !process.send ? commands() : [...commands(), ...workers()];
  // As `npm start` calls it.
  const wanted = name === 'start' ? 'serve' : name;
  const script = scripts.find((file) => path.basename(file, '.ts') === wanted);
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

// V8 in Node 20 optimises functions, on other threads, before that pays off in a short program. Seven times the default
// budget postpones it, at no cost to a long build (decision 0013). Later versions of V8 do not need this.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');
// Keeps Eleventy from loading a changed configuration on a new thread; `npm start` starts a new process instead.
process.env.ELEVENTY_SKIP_ESM_RESOLVER ??= '1';

// Removes the name of the command, so that its arguments are where it expects them.
const [name] = process.argv.splice(2, 1);
await import(await scriptFor(name));
