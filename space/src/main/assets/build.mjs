// Gathers what a page loads into target/classes/assets: one style sheet, its fonts and icons, htmx and our own scripts.
// Run by Maven in the folder of package.json. Nothing is fetched from outside once the pages are served.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const own = 'src/main/assets';
const target = 'target/classes/assets';
const dsfr = 'node_modules/@gouvfr/dsfr/dist';
const components = ['skiplink', 'header', 'navigation', 'notice', 'link', 'button', 'badge', 'table', 'tile', 'alert', 'footer'];

install();
rmSync(target, { recursive: true, force: true });
const fingerprint = createHash('sha256');
put('parvis.css', styleSheet());
put('theme.js', read(own, 'theme.js'));
put('favicon.svg', read(own, 'favicon.svg'));
put('htmx.js', read('node_modules/htmx.org/dist/htmx.min.js'));
// Part of every address, so that a browser keeps a file for ever and still loads its next version at once.
writeFileSync(join(target, 'fingerprint'), fingerprint.digest('hex').slice(0, 12));

function install() {
    const installed = 'node_modules/.package-lock.json';
    if (!existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs) {
        execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: 'inherit' });
    }
}

/**
 * The design system's core and the components in use, then our own rules. Left out: the weights of its type that no page uses,
 * and its classes for single margins, which are a third of it. A page is to load in a second on a poor network.
 */
function styleSheet() {
    const core = read(dsfr, 'core/core.main.min.css').replace(/@font-face\{[^}]*\}/g, face =>
        /Marianne-(Regular|Bold)\.woff2/.test(face) ? face.replace(/,url\([^)]*\.woff\) format\("woff"\)/, '') : '');
    const margins = /\.fr-[mp][trblxy]?-[^{}]*\{[^{}]*\}/g;
    const parts = components.map(name => read(dsfr, `component/${name}/${name}.main.min.css`));
    return [core.replace(margins, ''), ...parts]
        .map(css => css.replace(/^@charset "UTF-8";/, '').replace(/url\((?:\.\.\/)+((?:fonts|icons)\/[^)]+)\)/g, (_, file) => withFile(file)))
        .concat(read(own, 'parvis.css'))
        .join('\n');
}

function withFile(file) {
    const copy = join(target, file);
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(join(dsfr, file), copy);
    return `url(${file})`;
}

function put(name, text) {
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, name), text);
    writeFileSync(join(target, name + '.gz'), gzipSync(text, { level: 9 }));
    writeFileSync(join(target, name + '.br'), brotliCompressSync(text));
    fingerprint.update(text);
}

function read(...path) {
    return readFileSync(join(...path), 'utf8');
}
