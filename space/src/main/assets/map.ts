// Draws the sites of a list on a map of outlines that this server keeps. The list stays, and says the same without a map.
// What draws it is only loaded once the list is near to be seen.
(() => {
    const numbered = (number: number) => L.divIcon({ className: 'map-site', html: String(number), iconSize: [28, 28] });

    const loaded = <Kind extends HTMLElement>(element: Kind) => new Promise<void>((resolve, reject) => {
        element.addEventListener('load', () => resolve());
        element.addEventListener('error', reject);
        document.head.append(element);
    });
    const style = (href: string) => loaded(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
    const script = (src: string) => loaded(Object.assign(document.createElement('script'), { src }));

    const mark = (site: HTMLElement, number: number, map: L.Map) => {
        const at = L.latLng(Number(site.dataset.latitude), Number(site.dataset.longitude));
        const marker = L.marker(at, { icon: numbered(number), title: site.dataset.name }).addTo(map);
        marker.getElement()?.setAttribute('aria-label', `${number}, ${site.dataset.name}`);
        site.tabIndex = -1;
        marker.on('click keypress', () => (site.querySelector('a') ?? site).focus());
        return at;
    };

    const draw = async (section: HTMLElement) => {
        const { outlines = '', style: sheet = '', library = '', nearer, farther, credit = '' } = section.dataset;
        const [land] = await Promise.all([fetch(outlines).then(answer => answer.json()), style(sheet), script(library)]);
        const box = document.createElement('div');
        box.className = 'map-box';
        section.prepend(box);
        const map = L.map(box, { zoomControl: false, zoomSnap: 0.5, minZoom: 3, maxZoom: 13 });
        L.control.zoom({ zoomInTitle: nearer, zoomOutTitle: farther }).addTo(map);
        map.attributionControl.setPrefix(false).addAttribution(credit);
        L.geoJSON(land, { interactive: false, style: { className: 'map-land', weight: 1 } }).addTo(map);
        const sites = [...section.querySelectorAll<HTMLElement>('[data-latitude]')];
        map.fitBounds(L.latLngBounds(sites.map((site, at) => mark(site, at + 1, map))), { padding: [40, 40], maxZoom: 9 });
    };

    const near = new IntersectionObserver(seen => seen.filter(entry => entry.isIntersecting).forEach(entry => {
        near.unobserve(entry.target);
        void draw(entry.target as HTMLElement);
    }), { rootMargin: '200px' });
    document.querySelectorAll('[data-map]').forEach(section => near.observe(section));
})();
