import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { faultMessage, faultTrace, TemplateError } from '../../scripts/cli/system-error.ts';
import { UsageError } from '../../scripts/model/problem.ts';

function systemFault(code: string, path?: string): Error {
  return Object.assign(new Error(`${code}: in English`), { code, ...(path === undefined ? {} : { path }) });
}

test('a fault of the disk is told in Dutch, with where it was, what to do, and the word that a helpdesk knows', () => {
  assert.is(faultMessage(systemFault('ENOSPC', '/srv/site')), '/srv/site: de schijf is vol; maak ruimte (ENOSPC)');
  assert.is(faultMessage(systemFault('EROFS')), 'daar kan alleen worden gelezen; kies een andere map (EROFS)');
});

test('a fault is found under what was wrapped around it, by Eleventy or by the language', () => {
  const inner = systemFault('EACCES', '/srv');
  assert.match(
    faultMessage(Object.assign(new Error('wrapped'), { originalError: inner })) ?? '',
    /^\/srv: .*\(EACCES\)$/,
  );
  assert.match(faultMessage(new Error('wrapped', { cause: inner })) ?? '', /\(EACCES\)$/);
  assert.is(faultTrace(new Error('wrapped', { cause: inner })), inner.stack);
});

test('a mistake in a template, and one in how a command is used, are told in their own words', () => {
  for (const fault of [new TemplateError('round.njk:3:1: niets'), new UsageError('noem een map')])
    assert.is(faultMessage(new Error('wrapped', { cause: fault })), fault.message);
});

test('any other fault is one of this program, and has no sentence', () => {
  assert.is(faultMessage(new Error('oeps')), null);
  assert.is(faultMessage(systemFault('EWEIRD')), null);
  assert.is(faultMessage('oeps'), null);
  assert.is(faultTrace('oeps'), 'oeps');
});

test.run();
