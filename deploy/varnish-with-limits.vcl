# varnish.vcl with limits per client address. It needs the module vsthrottle, which is not part of
# Varnish: on Debian it is in the package varnish-modules. Run it with:
#
#   varnishd -F -f /path/to/varnish-with-limits.vcl -a :8080 -a purge=127.0.0.1:8081
vcl 4.1;

import vsthrottle;

# Runs before the vcl_recv of varnish.vcl.
sub vcl_recv {
  # The IPv4 address, or the first 64 bits of the IPv6 address, because a household gets a whole prefix.
  # Behind another proxy, all visitors have its address: use the address that the proxy sends.
  set client.identity = regsub(client.ip,
    "^(?:((?:[0-9a-f]+:){3}[0-9a-f]+):|([0-9a-f:]+)::).*$", "\1\2");
  # Generous, because an office may share an address. Hashed files cost little. Webhooks come in bursts,
  # and Varnish stores the body of each before the application has verified it.
  if (req.restarts == 0 && local.socket != "purge" &&
      req.url !~ "^/(_next/static/|api/webhooks/github$)" &&
      vsthrottle.is_denied(client.identity, 500, 10s)) {
    return (synth(429));
  }
  if (req.restarts == 0 && req.url == "/api/webhooks/github" &&
      vsthrottle.is_denied("webhooks " + client.identity, 2000, 10s)) {
    return (synth(429));
  }
}

include "./varnish.vcl";
