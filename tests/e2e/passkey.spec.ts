import type { Page } from "@playwright/test";
import { still } from "./still.ts";
import { logIn, Stage } from "./stage.ts";
import { who } from "./story.ts";
import { expect, test } from "./test.ts";

/** The browser has a security key of its own, that says yes by itself. */
async function withKey(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test("a passkey is made in the browser, and asked after the password; every page looked at", async ({
  browser,
  installation,
}) => {
  const s = new Stage({ browser, installation }, { axe: true });
  const page = await s.as(who.rival);
  await withKey(page);
  await page.goto("/account/tweede-stap");
  await s.look(page);
  await page.goto("/account/tweede-stap/app");
  await s.look(page);
  await page.getByRole("button", { name: "Begin", exact: true }).click(still);
  await expect(page.locator(".qr")).toBeVisible();
  await s.look(page);
  await page.goto("/account/tweede-stap/toegangssleutel");
  await s.look(page);
  await s.fill(page, { name: "Mijn laptop" });
  await page.getByRole("button", { name: "Maak een toegangssleutel" }).click(still);
  await expect(page).toHaveURL(/herstelcodes$/);
  await expect(page.locator(".codes li, .codes code").first()).toBeVisible();
  await s.look(page);
  await page.getByRole("button", { name: "Ik heb de codes bewaard" }).click(still);
  await page.context().clearCookies();
  await logIn(page, who.rival);
  await expect(page).toHaveURL(/inloggen\/tweede-stap/);
  await s.look(page);
  await page.goto("/mijn-werk");
  await expect(page, "nothing opens before the second step").toHaveURL(/inloggen\/tweede-stap/);
  await page.getByRole("button", { name: "Gebruik uw toegangssleutel" }).click(still);
  await expect(page).toHaveURL(/\/mijn-werk$/);
  await s.close();
});
