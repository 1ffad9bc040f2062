-- The action forward_auth for haproxy.cfg: asks the token service whether a request may pass, and whose it is.
--   http-request lua.forward_auth http://127.0.0.1:8080/auth/forward?permission=AlertRead
-- The URL has the token service's address, and the rules, joined by &; without rules a good token is enough.
-- Sets txn.token_accepted and the X-Auth-* headers when the request may pass, and answers it when it may not. When it can do neither, it leaves
-- the variable unset, and so does HAProxy when this code fails: the rule after it, which denies, is part of the lock.

local timeout_ms = 2000

-- All that the token service needs to know of the request. The body stays where it is.
local sent_on = { "x-api-key", "authorization", "user-agent" }

-- What a refused client is told beside the status.
local told = { "www-authenticate", "retry-after", "ratelimit", "ratelimit-policy", "x-auth-reason", "content-type", "cache-control" }

local refusals = { [401] = true, [403] = true, [429] = true }

-- HAProxy counts the values of a header from 0; a header that came twice must arrive twice, so that it is refused.
local function values_of(header)
    local values = {}
    for i = 0, #header do
        values[#values + 1] = header[i]
    end
    return values
end

local function forward_auth(txn, url)
    txn:unset_var("txn.token_accepted")
    local request = txn.http:req_get_headers()
    local headers = { ["x-forwarded-for"] = { txn.f:src() } }
    for _, name in ipairs(sent_on) do
        if request[name] then
            headers[name] = values_of(request[name])
        end
    end

    local answer = core.httpclient():get { url = url, headers = headers, timeout = timeout_ms }
    if answer.status == 204 then
        for name, header in pairs(answer.headers) do
            if name:sub(1, 7) == "x-auth-" then
                txn.http:req_set_header(name, header[0])
            end
        end
        txn:set_var("txn.token_accepted", true)
    elseif refusals[answer.status] then
        local reply = txn:reply { status = answer.status }
        for _, name in ipairs(told) do
            for _, value in ipairs(answer.headers[name] and values_of(answer.headers[name]) or {}) do
                reply:add_header(name, value)
            end
        end
        reply:set_body(answer.body or "")
        txn:done(reply)
    end
end

core.register_action("forward_auth", { "http-req" }, forward_auth, 1)
