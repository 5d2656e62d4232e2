# Fastly as a shared cache in front of the dashboard: a custom VCL, with Fastly's own macros. It obeys the
# Cache-Control and Surrogate-Control of each response, and adds no lifetime of its own. Fastly removes
# Surrogate-Key, the tags, before the visitor.
sub vcl_recv {
  # A client can send this header, which Fastly would keep.
  if (fastly.ff.visits_this_service == 0 && req.restarts == 0) {
    set req.http.Fastly-Client-IP = client.ip;
    set req.http.X-Forwarded-For = client.ip;
  }
  # Otherwise anybody may purge a URL. The application purges by Fastly's API, with its token.
  set req.http.Fastly-Purge-Requires-Auth = "1";

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
  # Only a platform sets geolocation headers: replace these with the values of Fastly.
  unset req.http.X-Vercel-Ip-Country;
  unset req.http.X-Vercel-Ip-Country-Region;
  unset req.http.X-Vercel-Ip-City;
  unset req.http.X-Vercel-Ip-Timezone;

#FASTLY recv

  # Paths with private responses. Requests for other paths lose their credentials below, so a path that
  # is missing here cannot leak: its response is the anonymous one.
  if (req.url ~ "^(/_next/data/[^/?]+)?/(me|sign-in)(/|\.json($|\?)|\?|$)" ||
      req.url ~ "^/api/(auth|session|export/me)(/|\?|$)") {
    return (pass);
  }

  # Public responses are the same for all visitors: the application gets no credentials.
  unset req.http.Cookie;
  unset req.http.Authorization;

  if (req.method != "GET" && req.method != "HEAD" && req.method != "FASTLYPURGE") {
    return(pass);
  }
  return(lookup);
}

sub vcl_miss {
#FASTLY miss
  return(fetch);
}

sub vcl_pass {
#FASTLY pass
  return(pass);
}

sub vcl_fetch {
#FASTLY fetch

  # The newest data before a failure, as far as stale-if-error of the response allows.
  if (beresp.status >= 500 && stale.exists) {
    return(deliver_stale);
  }
  # Next sends some responses without Cache-Control, such as the redirect that removes a trailing slash.
  # Only 200 and 404 are stored, whatever Cache-Control allows.
  if (!beresp.http.Cache-Control || (beresp.status != 200 && beresp.status != 404)) {
    return(pass);
  }
  # Fastly itself would store these.
  if (beresp.http.Set-Cookie || beresp.http.Cache-Control ~ "(private|no-store)") {
    return(pass);
  }
  return(deliver);
}

sub vcl_error {
#FASTLY error
  if (obj.status >= 500 && stale.exists) {
    return(deliver_stale);
  }
  set obj.http.Cache-Control = "private, no-store";
  return(deliver);
}

sub vcl_deliver {
#FASTLY deliver
  return(deliver);
}
