// Keys that lead somewhere: "/" to the search, "g" and a letter to a place, "j" and "k" along a list, "?" to what they are.
// They are silent while one writes, and off for whoever switched them off: dictated words are keys too (WCAG 2.1.4).
(() => {
    const patience = 1500;
    const rows = 'main :is(tbody tr, .fact-list > li, .tiles > li, .timeline > li)';
    const help = document.querySelector('[data-keys]');
    const shown = document.querySelector('[data-keys-show]');
    const on = document.querySelector('[data-keys-on]');
    let leaving = -patience;

    const areOn = () => localStorage.getItem('keys') !== 'off';

    const search = () => {
        const field = document.querySelector('[data-search]');
        field?.focus();
        field?.select();
        return field;
    };

    const step = by => {
        const links = [...document.querySelectorAll(rows)].map(row => row.querySelector('a[href], button')).filter(Boolean);
        const at = links.findIndex(link => link.closest(rows).contains(document.activeElement));
        links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
        return links.length;
    };

    const go = letter => {
        const address = help.querySelector(`[data-go="${CSS.escape(letter)}"]`)?.dataset.address;
        if (address) {
            location.assign(address);
        }
        return address;
    };

    const deeds = {
        '/': search,
        '?': () => (help.showModal(), true),
        g: event => (leaving = event.timeStamp, true),
        j: () => step(1),
        k: () => step(-1),
    };

    document.addEventListener('keydown', event => {
        const writing = event.target.closest?.('input, textarea, select, dialog, [contenteditable]');
        if (writing || event.ctrlKey || event.metaKey || event.altKey || !areOn()) {
            return;
        }
        const deed = event.timeStamp - leaving < patience ? () => go(event.key) : deeds[event.key];
        leaving = event.key === 'g' && deed === deeds.g ? leaving : -patience;
        if (deed?.(event)) {
            event.preventDefault();
        }
    });

    shown.hidden = false;
    shown.addEventListener('click', () => help.showModal());
    on.checked = areOn();
    on.addEventListener('change', () => localStorage.setItem('keys', on.checked ? 'on' : 'off'));
})();
