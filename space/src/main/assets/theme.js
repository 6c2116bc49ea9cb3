// Loaded before the page is drawn, so that a dark room is not lit for an instant.
(() => {
    const root = document.documentElement;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => root.setAttribute('data-fr-theme', localStorage.getItem('theme') ?? (dark.matches ? 'dark' : 'light'));

    apply();
    dark.addEventListener('change', apply);
    document.addEventListener('click', event => {
        if (event.target.closest('[data-theme-switch]')) {
            localStorage.setItem('theme', root.getAttribute('data-fr-theme') === 'dark' ? 'light' : 'dark');
            apply();
        }
    });
})();
