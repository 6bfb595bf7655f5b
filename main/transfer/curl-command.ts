/** A pasted curl command, as the vendors' pages and Postman's "Copy as cURL" have it. */
import { profileOfApiCall } from './api-call.ts';
import { readCurlRequest } from './curl-request.ts';
import type { FoundDocument } from './found.ts';
import { isTokenRequest, profileOfTokenRequest } from './token-request.ts';

const source = 'curl command';

/** Throws `config.file_invalid`, which quotes nothing of the command. */
export function readCurlCommand(text: string): FoundDocument {
  const request = readCurlRequest(text);
  if (isTokenRequest(request)) {
    const read = profileOfTokenRequest(request);
    return 'profile' in read ? one(read.profile) : nothing(read.problem);
  }
  const profile = profileOfApiCall(request);
  return profile === undefined
    ? nothing(
        'It is no request for a token, and its host is of no system that is known: nothing in it tells where tokens come from.',
      )
    : one(profile);
}

function one(profile: FoundDocument['profiles'][number]): FoundDocument {
  return { source, profiles: [profile], problems: [] };
}

function nothing(problem: string): FoundDocument {
  return { source, profiles: [], problems: [problem] };
}
