// The option `origin` of Express' cors and @fastify/cors, which share its forms.

/**
 * The switch for every origin is `true`; a string without patterns beside it is handed over as it is; everything else
 * is an array, in which patterns are RegExp objects.
 */
export function originOption({ origins, patterns, any_origin: anyOrigin }) {
  if (anyOrigin) return { origin: true };
  if (origins === undefined && patterns === undefined) return {};
  if (patterns === undefined) return { origin: origins };
  const expressions = [patterns].flat().map((pattern) => new RegExp(pattern));
  return { origin: [origins ?? []].flat().concat(expressions) };
}
