# Varnish as a shared cache in front of the dashboard. It obeys the Cache-Control of each response and
# adds no lifetime of its own. Run it with:
#
#   varnishd -F -f /path/to/varnish.vcl -a :8080 -a purge=127.0.0.1:8081
#
# The application purges by tag at the second address: no visitor may reach it. Varnish itself has no
# limits per client address: varnish-with-limits.vcl adds them.
vcl 4.1;

import directors;
import std;

# An instance gets requests if one of its last three probes succeeds. One that shuts down accepts
# requests for two more seconds, so the third failed probe is in time. One that has started gets them
# after the first probe, before the next instance of a rolling restart gets none.
probe readiness {
  .url = "/api/ready";
  .interval = 500ms;
  .timeout = 2s;
  .window = 3;
  .threshold = 1;
  # Ready before the first probe.
  .initial = 1;
}

# The addresses of the instances.
include "./backends.vcl";

sub vcl_recv {
  # Purges by tag. A client of this machine may be a proxy with visitors, so its address proves nothing:
  # only the socket named "purge" accepts them, and nothing else.
  if (local.socket == "purge") {
    if (req.method != "PURGE" || req.http.X-Purge-Tags !~ "^[a-z0-9:_./|-]+$") {
      return (synth(400));
    }
    ban("obj.http.xkey ~ (^|\s)(" + req.http.X-Purge-Tags + ")(\s|$)");
    return (synth(200, "Purged"));
  }

  # Varnish would pipe methods that it does not recognize.
  if (req.method !~ "^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$") {
    return (synth(501));
  }

  # Slow clients: the time between two writes of a response, and for all of it. Varnish reads a request
  # in 2 s (`timeout_req`), and waits 5 s for the next bytes of a body (`timeout_idle`).
  set sess.idle_send_timeout = 10s;
  set sess.send_timeout = 60s;
  # There are no uploads, only webhooks and short forms. The application gets a body when it is complete.
  if (req.url == "/api/webhooks/github") {
    if (std.integer(req.http.Content-Length, 0) > 1048576 ||
        ((req.http.Content-Length || req.http.Transfer-Encoding) && !std.cache_req_body(1MB))) {
      return (synth(413));
    }
  } else {
    if (std.integer(req.http.Content-Length, 0) > 65536 ||
        ((req.http.Content-Length || req.http.Transfer-Encoding) && !std.cache_req_body(64KB))) {
      return (synth(413));
    }
  }

  # Varnish appends the client's address to this header, which a client can send too.
  set req.http.X-Forwarded-For = client.ip;

  # Internal headers of Next: with one of them, Next returns something other than the page, and the
  # cache would serve that to the next visitors.
  unset req.http.X-Nextjs-Data;
  unset req.http.X-Nextjs-Html-Request-Id;
  unset req.http.X-Middleware-Prefetch;
  unset req.http.X-Middleware-Subrequest;
  unset req.http.X-Middleware-Rewrite;
  unset req.http.X-Middleware-Redirect;
  unset req.http.X-Middleware-Next;
  unset req.http.X-Middleware-Skip;
  unset req.http.X-Middleware-Override-Headers;
  unset req.http.X-Middleware-Set-Cookie;
  unset req.http.X-Middleware-Invoke;
  unset req.http.X-Invoke-Path;
  unset req.http.X-Invoke-Query;
  unset req.http.X-Invoke-Status;
  unset req.http.X-Invoke-Output;
  unset req.http.X-Invoke-Error;
  unset req.http.X-Now-Route-Matches;
  unset req.http.X-Matched-Path;
  unset req.http.X-Prerender-Revalidate;
  unset req.http.X-Prerender-Revalidate-If-Generated;
  unset req.http.Rsc;
  unset req.http.Next-Router-Prefetch;
  unset req.http.Next-Router-State-Tree;
  unset req.http.Next-Router-Segment-Prefetch;
  unset req.http.Next-Action;
  unset req.http.Next-Resume;
  unset req.http.Next-Url;
  unset req.http.Purpose;
  # Headers that override the method or the URL of a request.
  unset req.http.X-Http-Method-Override;
  unset req.http.X-Original-Url;
  unset req.http.X-Rewrite-Url;
  unset req.http.X-Forwarded-Host;
  unset req.http.X-Forwarded-Port;
  unset req.http.Forwarded;
  # Only a platform sets geolocation headers: replace these with the values of your own Varnish.
  unset req.http.X-Vercel-Ip-Country;
  unset req.http.X-Vercel-Ip-Country-Region;
  unset req.http.X-Vercel-Ip-City;
  unset req.http.X-Vercel-Ip-Timezone;

  # X-Stale-If-Error is internal: the state of stale-if-error for a request.
  if (req.restarts == 0) {
    unset req.http.X-Stale-If-Error;
  }
  # An object that may only be served on an error is skipped: the application comes first.
  if (req.http.X-Stale-If-Error == "fetching") {
    set req.grace = 0s;
  }
  if (req.http.X-Stale-If-Error == "failed") {
    set req.grace = 1y;
  }

  # Paths with private responses, as a page and as the data of a client navigation. Requests for other
  # paths lose their credentials below, so a path that is missing here cannot leak: its response is
  # the anonymous one.
  if (req.url ~ "^(/_next/data/[^/?]+)?/(me|sign-in)(/|\.json($|\?)|\?|$)" ||
      req.url ~ "^/api/(auth|session|export/me)(/|\?|$)") {
    return (pass);
  }

  # Public responses are the same for all visitors: the application gets no credentials.
  unset req.http.Cookie;
  unset req.http.Authorization;

  # Open pages listen here for minutes. Requests for the same stream must not wait for each other.
  if (req.url ~ "^/api/changes\?") {
    set sess.send_timeout = 10m;
    return (pass);
  }

  # Continues with the built-in vcl_recv, which lowercases Host for the key and passes methods other
  # than GET and HEAD.
}

sub vcl_backend_fetch {
  # The pages of a repository and their data come from one instance, because two would send the same
  # requests to GitHub at the same time. A retry reaches another one.
  set bereq.backend = dashboard.backend(by = KEY, alt = bereq.retries,
    key = dashboard.key(regsub(regsub(bereq.url, "^/_next/data/[^/?]+([^?]*)\.json", "\1"),
      "^(/repos/[^/?]+/[^/?]+).*$", "\1")));
  set bereq.connect_timeout = 2s;
  # Longer than the deadline of any page.
  set bereq.first_byte_timeout = 15s;
  # The application does not use Host, so it gets a fixed one.
  set bereq.http.Host = "dashboard";
  # With REQUEST_ID_HEADER=X-Request-Id, the application's log lines have Varnish's transaction ID.
  set bereq.http.X-Request-Id = bereq.xid;
  # Intermediaries (RFC 9110 §7.6.3).
  set bereq.http.Via = "1.1 varnish";
}

sub vcl_backend_response {
  # Keeps the stale object instead of an error. In the foreground this leads to vcl_synth.
  if (beresp.status >= 500 &&
      (bereq.is_bgfetch || bereq.http.X-Stale-If-Error == "fetching")) {
    return (abandon);
  }

  # Next sends some responses without Cache-Control, such as the redirect that removes a trailing
  # slash. Varnish would store them for its default time.
  if (!beresp.http.Cache-Control) {
    set beresp.http.Cache-Control = "private, no-store";
  }

  # Stores 200 and 404 only, whatever Cache-Control allows.
  if (beresp.status != 200 && beresp.status != 404) {
    # Hit-for-miss: without this lifetime the visitors of a failing page would wait for each other.
    set beresp.uncacheable = true;
    set beresp.ttl = 120s;
    set beresp.grace = 0s;
    return (deliver);
  }

  # Stale responses only as their Cache-Control allows (RFC 5861). Varnish has one lifetime for stale
  # objects, so it takes the longer one, and vcl_hit distinguishes the two.
  set beresp.http.X-Stale-For = "0s";
  if (beresp.http.Cache-Control ~ "(^|[ ,])stale-while-revalidate=\d+") {
    set beresp.http.X-Stale-For = regsub(beresp.http.Cache-Control,
      "^(.*[ ,])?stale-while-revalidate=(\d+).*$", "\2s");
  }
  set beresp.grace = std.duration(beresp.http.X-Stale-For, 0s);
  if (beresp.http.Cache-Control ~ "(^|[ ,])stale-if-error=\d+") {
    set beresp.grace = std.duration(regsub(beresp.http.Cache-Control,
      "^(.*[ ,])?stale-if-error=(\d+).*$", "\2s"), 0s);
    if (beresp.grace < std.duration(beresp.http.X-Stale-For, 0s)) {
      set beresp.grace = std.duration(beresp.http.X-Stale-For, 0s);
    }
  }
  set beresp.keep = 0s;
}

sub vcl_hit {
  # Older than stale-while-revalidate allows: for errors only.
  if (obj.ttl + std.duration(obj.http.X-Stale-For, 0s) <= 0s &&
      !req.http.X-Stale-If-Error) {
    set req.http.X-Stale-If-Error = "fetching";
    return (restart);
  }
}

sub vcl_backend_error {
  # An instance that has just ended: the next attempt reaches another one.
  if (bereq.retries == 0 && bereq.method ~ "^(GET|HEAD)$") {
    return (retry);
  }
  if (bereq.is_bgfetch || bereq.http.X-Stale-If-Error == "fetching") {
    return (abandon);
  }
  set beresp.http.Cache-Control = "private, no-store";
  set beresp.http.Retry-After = "5";
  set beresp.http.Content-Type = "text/plain; charset=utf-8";
  synthetic("The dashboard does not respond. Try again in a few seconds.");
  return (deliver);
}

sub vcl_synth {
  # The fetch failed: serve the stale object.
  if (req.http.X-Stale-If-Error == "fetching") {
    set req.http.X-Stale-If-Error = "failed";
    return (restart);
  }
  set resp.http.Cache-Control = "private, no-store";
  set resp.http.Content-Type = "text/plain; charset=utf-8";
  if (resp.status == 429 || resp.status == 503) {
    set resp.http.Retry-After = "5";
  }
  if (resp.status == 501) {
    set resp.http.Allow = "GET, HEAD, POST";
  }
  unset resp.http.X-Varnish;
  call set_security_headers;
  synthetic(resp.status + " " + resp.reason);
  return (deliver);
}

# For responses without them: Varnish's own errors, and redirects of Next.
sub set_security_headers {
  if (!resp.http.Content-Security-Policy) {
    set resp.http.Content-Security-Policy =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }
  if (!resp.http.Strict-Transport-Security) {
    set resp.http.Strict-Transport-Security = "max-age=63072000";
  }
  if (!resp.http.X-Content-Type-Options) {
    set resp.http.X-Content-Type-Options = "nosniff";
  }
  if (!resp.http.Referrer-Policy) {
    set resp.http.Referrer-Policy = "same-origin";
  }
  if (!resp.http.Cross-Origin-Opener-Policy) {
    set resp.http.Cross-Origin-Opener-Policy = "same-origin";
  }
  if (!resp.http.Cross-Origin-Resource-Policy) {
    set resp.http.Cross-Origin-Resource-Policy = "same-origin";
  }
  if (!resp.http.Permissions-Policy) {
    set resp.http.Permissions-Policy =
      "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()";
  }
}

sub vcl_deliver {
  call set_security_headers;
  unset resp.http.X-Stale-For;
  # The tags of the response, by which this cache can be purged.
  unset resp.http.xkey;
  unset resp.http.X-Varnish;
  unset resp.http.Via;

  # The values of nginx, so that one test covers both caches.
  if (obj.uncacheable) {
    set resp.http.X-Cache = "BYPASS";
  } else if (obj.hits == 0) {
    set resp.http.X-Cache = "MISS";
  } else if (obj.ttl <= 0s) {
    set resp.http.X-Cache = "STALE";
  } else {
    set resp.http.X-Cache = "HIT";
  }

  # The same for scripts: Server-Timing is the only header of a document that they can read.
  if (resp.http.Server-Timing) {
    set resp.http.Server-Timing = resp.http.Server-Timing + ", x-cache;desc=" + resp.http.X-Cache;
  } else {
    set resp.http.Server-Timing = "x-cache;desc=" + resp.http.X-Cache;
  }
}
