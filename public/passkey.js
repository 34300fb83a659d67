// Asks the browser for a passkey and sends the form with its answer. Without this file, or in a browser without passkeys, the button stays
// away and a code does the same. What is asked stands in the page; nothing else is fetched.
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const known = (list = []) => list.map((each) => ({ ...each, id: bytes(each.id) }));

const asked = async (act, asks) => {
  const publicKey = { ...asks, challenge: bytes(asks.challenge) };
  if (act === "make") {
    publicKey.user = { ...asks.user, id: bytes(asks.user.id) };
    publicKey.excludeCredentials = known(asks.excludeCredentials);
    return navigator.credentials.create({ publicKey });
  }
  publicKey.allowCredentials = known(asks.allowCredentials);
  return navigator.credentials.get({ publicKey });
};
const answerOf = ({ id, rawId, type, response }) => ({
  id,
  rawId: text(rawId),
  type,
  clientExtensionResults: {},
  response: {
    clientDataJSON: text(response.clientDataJSON),
    ...(response.attestationObject
      ? { attestationObject: text(response.attestationObject), transports: response.getTransports?.() ?? [] }
      : {}),
    ...(response.signature
      ? { authenticatorData: text(response.authenticatorData), signature: text(response.signature) }
      : {}),
  },
});

for (const place of document.querySelectorAll("[data-passkey]")) {
  if (!window.PublicKeyCredential) break;
  const [ready, failed, box] = ["[data-passkey-ready]", "[data-passkey-failed]", "input"].map((one) =>
    place.querySelector(one),
  );
  ready.hidden = false;
  ready.querySelector("button").addEventListener("click", async (click) => {
    click.preventDefault();
    failed.textContent = "";
    try {
      box.value = JSON.stringify(answerOf(await asked(place.dataset.passkey, JSON.parse(place.dataset.asks))));
      place.closest("form").submit();
    } catch {
      failed.textContent = failed.dataset.passkeyFailed;
    }
  });
}
