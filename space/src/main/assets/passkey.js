// Has the device make a passkey, or answer with one, and puts its answer into the form that asks for it.
(() => {
    const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));

    const make = ({ challenge, site, handle, login, name, known }) => navigator.credentials.create({ publicKey: {
        challenge: bytes(challenge),
        rp: { id: site, name: 'Parvis' },
        user: { id: bytes(handle), name: login, displayName: name },
        pubKeyCredParams: [-8, -7, -257].map(alg => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        excludeCredentials: known.split(' ').filter(Boolean).map(id => ({ type: 'public-key', id: bytes(id) })),
        attestation: 'none',
    } });

    const show = ({ challenge, site }) => navigator.credentials.get({ publicKey: {
        challenge: bytes(challenge), rpId: site, userVerification: 'required',
    } });

    for (const form of window.PublicKeyCredential ? document.querySelectorAll('[data-passkey] form') : []) {
        const asked = form.closest('[data-passkey]');
        asked.hidden = false;
        form.addEventListener('submit', async event => {
            if (form.elements.reponse.value) {
                return;
            }
            event.preventDefault();
            try {
                const answer = await (asked.dataset.passkey === 'make' ? make : show)(asked.dataset);
                form.elements.reponse.value = JSON.stringify(answer);
                form.submit();
            } catch {
                asked.querySelector('[data-passkey-refused]').hidden = false;
            }
        });
    }
})();
