import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contentsOf, putFiles, scratch } from '../support/scratch.ts';
import { builtSite } from '../support/site.ts';

const CONFIGURATION = `import normrapport from 'normrapport';

export { config } from 'normrapport';

export default function (eleventy) {
  eleventy.addPlugin(normrapport);
  eleventy.addFilter('loud', (text) => text.toUpperCase());
}
`;

/** A project that installed the package as npm does it, with the packages of this repository beside it; no network. */
function projectWithPackage(): string {
  const folder = path.join(scratch('package'), 'een regio');
  const modules = path.join(folder, 'node_modules');
  fs.mkdirSync(modules, { recursive: true });
  execFileSync(process.execPath, ['scripts/cli/start.js', 'pack', '--output', folder]);
  const [archive] = fs.readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  execFileSync('tar', ['-xzf', archive!, '-C', 'node_modules'], { cwd: folder });
  fs.renameSync(path.join(modules, 'package'), path.join(modules, 'normrapport'));
  // Not those with which the package itself was made: whoever installs it does not have them.
  for (const name of fs.readdirSync('node_modules'))
    if (!['.bin', '.cache', 'esbuild', '@esbuild', 'tsx'].includes(name))
      fs.symlinkSync(path.resolve('node_modules', name), path.join(modules, name), 'junction');
  fs.cpSync('data', path.join(folder, 'data'), { recursive: true });
  putFiles(folder, { 'content/LEESMIJ.txt': 'Eigen pagina’s.\n', '.eleventy.js': CONFIGURATION });
  return folder;
}

const project = projectWithPackage();

function build(output: string): void {
  const command = path.join(project, 'node_modules/normrapport/scripts/cli/start.js');
  execFileSync(process.execPath, [command, 'build', '--output', output], { cwd: project, stdio: 'pipe' });
}

test('the installed package makes the same site as the repository, byte for byte', async () => {
  build('_site');
  assert.equal(contentsOf(path.join(project, '_site')), contentsOf(await builtSite()));
});

test('Eleventy’s own command makes the same pages there', () => {
  execFileSync(
    process.execPath,
    [path.join(project, 'node_modules/@11ty/eleventy/cmd.cjs'), '--output=anders', '--quiet'],
    { cwd: project },
  );
  const [own, ours] = ['anders', '_site'].map((name) => contentsOf(path.join(project, name)));
  // How a build knows its own folder again.
  ours!.delete('.normrapport');
  assert.equal(own, ours);
});

test('a project has pages of its own, replaces pages and parts of the program, and adds filters', () => {
  putFiles(project, {
    'content/pages/contact.md': '---\ntitle: Contact\n---\n{{ "bel ons" | loud }} {{ "/over/" | url }}\n',
    'content/pages/privacy.md': '---\ntitle: Privacy bij ons\n---\nWij weten niets van u.\n',
    'content/_includes/search-form.njk': '{% macro searchForm(action) %}<p>Zoek zelf maar.</p>{% endmacro %}\n',
  });
  build('eigen');
  function page(name: string) {
    return fs.readFileSync(path.join(project, 'eigen', name, 'index.html'), 'utf8');
  }
  assert.match(page('contact'), /<h1>Contact<\/h1>/);
  assert.match(page('contact'), /BEL ONS \/over\//);
  assert.match(page('privacy'), /Wij weten niets van u/);
  assert.match(page('zoeken'), /Zoek zelf maar/);
  assert.match(fs.readFileSync(path.join(project, 'eigen/sitemap.xml'), 'utf8'), /\/contact\//);
});

test.run();
