import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { installPackage, packedArchive, runInstalled } from '../support/installed-package.ts';
import { contentsOf, putFiles, scratch } from '../support/scratch.ts';
import { builtSite } from '../support/site.ts';

const CONFIGURATION = `import normrapport from 'normrapport';

export { config } from 'normrapport';

export default function (eleventy) {
  eleventy.addPlugin(normrapport);
  eleventy.addFilter('loud', (text) => text.toUpperCase());
}
`;

/** A project with the data of this repository and the package installed. */
function projectWithPackage(): string {
  const folder = path.join(scratch('package'), 'een regio');
  installPackage(folder, packedArchive());
  fs.cpSync('data', path.join(folder, 'data'), { recursive: true });
  putFiles(folder, { 'content/LEESMIJ.txt': 'Eigen pagina’s.\n', '.eleventy.js': CONFIGURATION });
  return folder;
}

const project = projectWithPackage();

function build(output: string): void {
  const { status, err } = runInstalled(project, ['build', '--output', output]);
  assert.is(status, 0, err);
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
  // How a build recognises its own folder.
  ours!.delete('.normrapport');
  assert.equal(own, ours);
});

test('a project can add pages, replace pages and parts of the program, and add filters', () => {
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
