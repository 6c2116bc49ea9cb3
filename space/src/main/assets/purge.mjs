// Takes out of a style sheet what no template can ask for: a page is to load in a second on a poor network.

/** The rules of this style sheet that a page using these classes can need, with the variables that those rules read. */
export function purge(css, classes) {
    return withoutUnusedVariables(keepRules(css, classes));
}

function keepRules(css, classes) {
    return [...rules(css)].map(({ prelude, body }) => {
        if (/^@(media|supports)/.test(prelude)) {
            const kept = keepRules(body, classes);
            return kept && `${prelude}{${kept}}`;
        }
        if (prelude.startsWith('@')) {
            return `${prelude}{${body}}`;
        }
        const kept = selectors(prelude).filter(selector => canMatch(selector, classes));
        return kept.length ? `${kept.join(',')}{${body}}` : '';
    }).join('');
}

/** A selector asks for each class it names, except those that it excludes. */
function canMatch(selector, classes) {
    const asked = selector.replace(/:not\([^)]*\)/g, '').match(/\.[\w-]+/g) ?? [];
    return asked.every(name => classes.has(name.slice(1)));
}

function withoutUnusedVariables(css) {
    const used = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(match => match[1]));
    const kept = css.replace(/(?<=[{;])(--[\w-]+):[^;{}]*(;|(?=\}))/g, (rule, name) => used.has(name) ? rule : '');
    // A variable may only have been read by another one that is gone now.
    return kept === css ? css : withoutUnusedVariables(kept);
}

function* rules(css) {
    for (let at = 0; at < css.length;) {
        const open = css.indexOf('{', at);
        if (open < 0) {
            return;
        }
        const close = closing(css, open);
        const prelude = css.slice(at, open).replace(/\/\*.*?\*\//gs, '').replace(/^\s*@charset[^;]*;/, '').trim();
        yield { prelude, body: css.slice(open + 1, close) };
        at = close + 1;
    }
}

function closing(css, open) {
    let depth = 0;
    for (let at = open; at < css.length; at++) {
        if (css[at] === '"' || css[at] === "'") {
            at = css.indexOf(css[at], at + 1);
        } else if (css[at] === '{') {
            depth++;
        } else if (css[at] === '}' && --depth === 0) {
            return at;
        }
    }
    throw new Error(`Unclosed rule: ${css.slice(open, open + 80)}`);
}

function selectors(prelude) {
    return prelude.split(/,(?![^(]*\))/);
}
