// Gathers what a page loads into target/classes/assets: one style sheet, its fonts and icons, htmx and our own script.
// Run by Maven in the folder of package.json. Nothing is fetched from outside once the pages are served.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { purge } from './purge.mjs';

const own = 'src/main/assets';
const templates = 'src/main/templates';
const target = 'target/classes/assets';
const dsfr = 'node_modules/@gouvfr/dsfr/dist';

install();
rmSync(target, { recursive: true, force: true });
const fingerprint = createHash('sha256');
put('parvis.css', styleSheet());
put('theme.js', read(own, 'theme.js'));
put('keys.js', read(own, 'keys.js'));
put('passkey.js', read(own, 'passkey.js'));
put('favicon.svg', read(own, 'favicon.svg'));
put('htmx.js', read('node_modules/htmx.org/dist/htmx.min.js'));
put('map.js', read(compiled('map')));
put('leaflet.js', read('node_modules/leaflet/dist/leaflet.js'));
put('map.css', leafletWithoutPictures() + read(own, 'map.css'));
put('outlines.json', JSON.stringify(await outlines()));
await drawFonts();
// Part of every address, so that a browser keeps a file for ever and still loads its next version at once.
writeFileSync(join(target, 'fingerprint'), fingerprint.digest('hex').slice(0, 12));

function install() {
    const installed = 'node_modules/.package-lock.json';
    if (!existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs) {
        execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: 'inherit' });
    }
}

/** The JavaScript of an island, made again and checked when its TypeScript is newer. */
function compiled(name) {
    const script = `node_modules/.cache/islands/${name}.js`;
    if (!existsSync(script) || statSync(script).mtimeMs < statSync(join(own, name + '.ts')).mtimeMs) {
        execFileSync('node_modules/.bin/tsc', ['-p', own], { stdio: 'inherit' });
    }
    return script;
}

/** Our marks and buttons are letters: no picture is loaded. */
function leafletWithoutPictures() {
    return read('node_modules/leaflet/dist/leaflet.css').replace(/[^{}]*\{[^{}]*url\([^{}]*\}/g, '');
}

/** The outline of the country, its overseas parts among it, to a hundred metres. */
async function outlines() {
    const { feature } = await import('topojson-client');
    const world = JSON.parse(read('node_modules/world-atlas/countries-10m.json'));
    const country = world.objects.countries.geometries.find(one => one.properties.name === 'France');
    const { geometry } = feature(world, country);
    return { ...geometry, coordinates: geometry.coordinates.map(polygon => polygon.map(ring => ring.map(
        position => position.map(degrees => Math.round(degrees * 1e3) / 1e3)))) };
}

/** The design system's rules and ours, as far as templates use them, in two weights of its type, with the files they name. */
function styleSheet() {
    const css = read(dsfr, 'dsfr.main.min.css').replace(/@font-face\{[^}]*\}/g, face =>
        /Marianne-(Regular|Bold)\.woff2/.test(face) ? face.replace(/,url\([^)]*\.woff\) format\("woff"\)/, '') : '');
    return purge(css + read(own, 'parvis.css'), classesOfTemplates()).replace(/url\("?((?:fonts|icons|artwork)\/[^)"]+)"?\)/g, (_, file) => {
        const copy = join(target, file);
        mkdirSync(dirname(copy), { recursive: true });
        copyFileSync(join(dsfr, file), copy);
        return `url(${file})`;
    });
}

/** The type without the letters of other alphabets: two thirds of its weight, which is most of a page's. */
async function drawFonts() {
    // Loaded here, as it may only just have been installed.
    const { default: subset } = await import('subset-font');
    const letters = Array.from({ length: 0x17f - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at)).join('')
        + '‐‑–—‘’‚“”„†•…‰‹›€−≤≥≠→←↑↓\u202f²³';
    for (const name of readdirSync(join(target, 'fonts'))) {
        const file = join(target, 'fonts', name);
        writeFileSync(file, await subset(readFileSync(file), letters, { targetFormat: 'woff2' }));
    }
}

function classesOfTemplates() {
    const texts = readdirSync(templates, { recursive: true })
        .filter(name => name.endsWith('.jte'))
        .map(name => read(templates, name));
    return new Set(texts.join('\n').match(/[\w-]+/g));
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
