# Varnish as the shared cache in front of the dashboard. It does what each answer's Cache-Control
# says and adds no lifetime of its own. As it is:
#
#   varnishd -F -f /path/to/varnish.vcl -a :8080
vcl 4.1;

import std;

backend dashboard {
  .host = "127.0.0.1";
  .port = "3000";
  .connect_timeout = 2s;
  # The application answers within its deadline or not at all.
  .first_byte_timeout = 15s;
}

sub vcl_recv {
  # Next's own words between its parts: a visitor who sends one would have Next answer something
  # else than the page, for everybody after them.
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
  # Ways of saying another method or address than the request's own.
  unset req.http.X-Http-Method-Override;
  unset req.http.X-Original-Url;
  unset req.http.X-Rewrite-Url;
  unset req.http.X-Forwarded-Host;
  unset req.http.X-Forwarded-Port;
  unset req.http.Forwarded;
  # Where a visitor is, is for the platform to say: put here what your own Varnish knows.
  unset req.http.X-Vercel-Ip-Country;
  unset req.http.X-Vercel-Ip-Country-Region;
  unset req.http.X-Vercel-Ip-City;
  unset req.http.X-Vercel-Ip-Timezone;

  # How far stale-if-error has come for this request is this file's own note, and nobody else's.
  if (req.restarts == 0) {
    unset req.http.X-Stale-If-Error;
  }
  # An object that is only good for an error is passed over: the application is asked first.
  if (req.http.X-Stale-If-Error == "asking") {
    set req.grace = 0s;
  }
  if (req.http.X-Stale-If-Error == "failed") {
    set req.grace = 1y;
  }

  # Addresses with an answer for one viewer, as a page and as the data of a client navigation. An
  # address that this misses loses its credentials below, and so answers as to a stranger: a gap
  # here cannot leak.
  if (req.url ~ "^(/_next/data/[^/?]+)?/(me|sign-in)(/|\.json($|\?)|\?|$)" ||
      req.url ~ "^/api/(auth|session)(/|\?|$)") {
    return (pass);
  }

  # Public answers are the same bytes for everybody: the application is not told who asks.
  unset req.http.Cookie;
  unset req.http.Authorization;

  # What follows is the built-in vcl_recv. It puts the name that was asked for into the key, in
  # lower case, and passes other methods than GET and HEAD through.
}

sub vcl_backend_fetch {
  # The application builds nothing from the name it is called by, and is called by one name only.
  set bereq.http.Host = "dashboard";
  # Who stands in between (RFC 9110 §7.6.3).
  set bereq.http.Via = "1.1 varnish";
}

sub vcl_backend_response {
  # The old object is worth more than a new error. In the foreground this leads to vcl_synth.
  if (beresp.status >= 500 &&
      (bereq.is_bgfetch || bereq.http.X-Stale-If-Error == "asking")) {
    return (abandon);
  }

  # What Next answers by itself, such as the redirect that takes a slash off an address, says nothing
  # of caches, and Varnish would keep it for its default time.
  if (!beresp.http.Cache-Control) {
    set beresp.http.Cache-Control = "private, no-store";
  }

  # Only a page and an honest "not found" may be kept, whatever else says that it may.
  if (beresp.status != 200 && beresp.status != 404) {
    set beresp.uncacheable = true;
  }

  # Stale answers as the answer itself allows them, and none by default (RFC 5861). Varnish has one
  # time for stale objects, so it holds the longer one, and vcl_hit tells them apart.
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
  # Older than stale-while-revalidate allows: good for an error only.
  if (obj.ttl + std.duration(obj.http.X-Stale-For, 0s) <= 0s &&
      !req.http.X-Stale-If-Error) {
    set req.http.X-Stale-If-Error = "asking";
    return (restart);
  }
}

sub vcl_backend_error {
  if (bereq.is_bgfetch || bereq.http.X-Stale-If-Error == "asking") {
    return (abandon);
  }
  set beresp.http.Cache-Control = "private, no-store";
  set beresp.http.Retry-After = "5";
  set beresp.http.Content-Type = "text/plain; charset=utf-8";
  synthetic("The dashboard does not answer. Try again in a moment.");
  return (deliver);
}

sub vcl_synth {
  # Asked, and it failed: now the old object is good.
  if (req.http.X-Stale-If-Error == "asking") {
    set req.http.X-Stale-If-Error = "failed";
    return (restart);
  }
  set resp.http.Cache-Control = "private, no-store";
}

sub vcl_deliver {
  unset resp.http.X-Stale-For;
  unset resp.http.X-Varnish;
  unset resp.http.Via;

  # In nginx's words, so that one test reads both.
  if (obj.uncacheable) {
    set resp.http.X-Cache = "BYPASS";
  } else if (obj.hits == 0) {
    set resp.http.X-Cache = "MISS";
  } else if (obj.ttl <= 0s) {
    set resp.http.X-Cache = "STALE";
  } else {
    set resp.http.X-Cache = "HIT";
  }

  # The same for scripts, which see no other header of a document.
  if (resp.http.Server-Timing) {
    set resp.http.Server-Timing = resp.http.Server-Timing + ", x-cache;desc=" + resp.http.X-Cache;
  } else {
    set resp.http.Server-Timing = "x-cache;desc=" + resp.http.X-Cache;
  }
}
