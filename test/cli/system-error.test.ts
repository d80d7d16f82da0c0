import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { systemErrorMessage, errorTrace, TemplateError } from '../../scripts/cli/system-error.ts';
import { UsageError } from '../../scripts/model/problem.ts';

function systemError(code: string, path?: string): Error {
  return Object.assign(new Error(`${code}: in English`), { code, ...(path === undefined ? {} : { path }) });
}

test('an error of the disk is reported in Dutch, with its path, what to do, and the code that a helpdesk knows', () => {
  assert.is(
    systemErrorMessage(systemError('ENOSPC', '/srv/site')),
    '/srv/site: de schijf is vol; maak ruimte (ENOSPC)',
  );
  assert.is(systemErrorMessage(systemError('EROFS')), 'daar kan alleen worden gelezen; kies een andere map (EROFS)');
});

test('an error is found inside those that wrap it, from Eleventy or as a cause', () => {
  const inner = systemError('EACCES', '/srv');
  assert.match(
    systemErrorMessage(Object.assign(new Error('wrapped'), { originalError: inner })) ?? '',
    /^\/srv: .*\(EACCES\)$/,
  );
  assert.match(systemErrorMessage(new Error('wrapped', { cause: inner })) ?? '', /\(EACCES\)$/);
  assert.is(errorTrace(new Error('wrapped', { cause: inner })), inner.stack);
});

test('a mistake in a template and wrong use of a command keep their own message', () => {
  for (const error of [new TemplateError('round.njk:3:1: niets'), new UsageError('noem een map')])
    assert.is(systemErrorMessage(new Error('wrapped', { cause: error })), error.message);
});

test('any other error is a bug in this program, and has no sentence', () => {
  assert.is(systemErrorMessage(new Error('oeps')), null);
  assert.is(systemErrorMessage(systemError('EWEIRD')), null);
  assert.is(systemErrorMessage('oeps'), null);
  assert.is(errorTrace('oeps'), 'oeps');
});

test.run();
