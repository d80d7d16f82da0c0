// Preloaded (`node --import`): gives paths as on Windows, with `\` between names, on a file system that uses `/`.
import childProcess from 'node:child_process';
import fs from 'node:fs';
import module from 'node:module';
import url from 'node:url';

function slashes(value) {
  return typeof value === 'string' ? value.replaceAll('\\', '/') : value;
}

/** A function whose first `words` arguments, and `cwd` in its options, are passed on with slashes. */
function translated(call, words) {
  return function translatedCall(...given) {
    const args = given.map((value, index) => (index < words ? slashes(value) : value));
    const options = args.find((value) => typeof value?.cwd === 'string');
    if (options) args[args.indexOf(options)] = { ...options, cwd: slashes(options.cwd) };
    return call.apply(this, args);
  };
}

function translate(target, names, words) {
  for (const name of names) {
    const call = target[name];
    target[name] = Object.assign(translated(call, words), call);
  }
}

function functionsOf(target) {
  return Object.keys(target).filter((name) => /^[a-z]/.test(name) && typeof target[name] === 'function');
}

translate(
  fs,
  functionsOf(fs).filter((name) => !/^(?:write|append)(?!File)|^(?:close|fstat|read)(?:Sync)?$/.test(name)),
  1,
);
translate(fs, ['renameSync', 'rename', 'cpSync', 'copyFileSync', 'symlinkSync'], 2);
translate(fs.promises, functionsOf(fs.promises), 1);
translate(childProcess, ['spawn', 'spawnSync', 'execFile', 'execFileSync'], 1);
translate(url, ['pathToFileURL'], 1);

module.syncBuiltinESMExports();

// Only the bundled program gets the other module: Node itself, and the bundler, keep paths as they are here.
const hook = `export function resolve(name, context, next) {
  const isProgram = /\\/\\.cache\\//.test(context.parentURL ?? '');
  return next(isProgram && /^(?:node:)?path$/.test(name) ? 'node:path/win32' : name, context);
}`;
module.register(`data:text/javascript,${encodeURIComponent(hook)}`);
