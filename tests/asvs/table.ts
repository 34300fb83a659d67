import type { Row } from "./row.ts";
import { authentication, sessionRows, tokens } from "./rows/authentication.ts";
import { authorisation, federation } from "./rows/authorisation.ts";
import { architecture, calls, logging, protection } from "./rows/data.ts";
import { encoding } from "./rows/encoding.ts";
import { frontend } from "./rows/frontend.ts";
import { validation } from "./rows/validation.ts";
import { handling, services } from "./rows/files.ts";
import { communication, configuration, cryptography } from "./rows/installation.ts";

/** Lists levels 1 and 2 of OWASP ASVS 5.0.0, with seventeen rows of level 3, by chapter; see LICENSE.md here. */
export const chapters: readonly { name: string; rows: readonly Row[] }[] = [
  { name: "V1 Encoding and Sanitization", rows: encoding },
  { name: "V2 Validation and Business Logic", rows: validation },
  { name: "V3 Web Frontend Security", rows: frontend },
  { name: "V4 API and Web Service", rows: services },
  { name: "V5 File Handling", rows: handling },
  { name: "V6 Authentication", rows: authentication },
  { name: "V7 Session Management", rows: sessionRows },
  { name: "V8 Authorization", rows: authorisation },
  { name: "V9 Self-contained Tokens", rows: tokens },
  { name: "V10 OAuth and OIDC", rows: federation },
  { name: "V11 Cryptography", rows: cryptography },
  { name: "V12 Secure Communication", rows: communication },
  { name: "V13 Configuration", rows: configuration },
  { name: "V14 Data Protection", rows: protection },
  { name: "V15 Secure Coding and Architecture", rows: architecture },
  { name: "V16 Security Logging and Error Handling", rows: logging },
  { name: "V17 WebRTC", rows: calls },
];
export const rows: readonly Row[] = chapters.flatMap((chapter) => chapter.rows);
