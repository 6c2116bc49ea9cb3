// Keys that go somewhere: "/" to the search. Nothing is reached by a key alone.
document.addEventListener('keydown', event => {
    const writing = event.target.closest?.('input, textarea, select, [contenteditable]');
    const field = document.querySelector('[data-search]');
    if (event.key === '/' && !writing && !event.ctrlKey && !event.metaKey && !event.altKey && field) {
        event.preventDefault();
        field.focus();
        field.select();
    }
});
