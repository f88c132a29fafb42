-- Asks for each path in turn; tells the percentiles at the end. Used by load.sh: PAUSE PATH…
local paths, next_path, pause = {}, 0, 0

function init(args)
    pause = tonumber(args[1])
    for i = 2, #args do paths[#paths + 1] = args[i] end
    math.randomseed(1)
end

-- How long a person looks before the next click, in milliseconds: the pause on average, so that clicks do not march in step.
function delay()
    return pause == 0 and 0 or math.random(pause * 2)
end

function request()
    next_path = next_path % #paths + 1
    return wrk.format("GET", paths[next_path])
end

function done(summary, latency)
    local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
    io.write(string.format("\n%.0f requests/s; p50 %.1f ms, p95 %.1f ms, p99 %.1f ms; %d of %d failed\n",
        summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1e3, latency:percentile(95) / 1e3,
        latency:percentile(99) / 1e3, failed, summary.requests))
    if failed > 0 then os.exit(1) end
end
