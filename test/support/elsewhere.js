// Preloaded into a build: sets another day, and makes folders list their files in random order.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

function shuffled(list) {
  if (!Array.isArray(list)) return list;
  return list
    .map((item) => [Math.random(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

const { readdir, readdirSync, promises } = fs;
const readdirLater = promises.readdir;
fs.readdirSync = (...args) => shuffled(readdirSync(...args));
fs.readdir = (...args) => readdir(...args.slice(0, -1), (error, list) => args.at(-1)(error, shuffled(list)));
promises.readdir = async (...args) => shuffled(await readdirLater(...args));
syncBuiltinESMExports();

const LATER = 400 * 24 * 60 * 60 * 1000;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [RealDate.now() + LATER] : args));
  }

  static now() {
    return RealDate.now() + LATER;
  }
};
