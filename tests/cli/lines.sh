#!/bin/sh
# What --dump lines says of the releases of the sample: no line gives way further than the theme lets it,
# none is too wide, no paragraph ends in a scrap or in a hyphen. usage: lines.sh ATTACHE SOURCE
set -eu
attache=$1
cd "$2"
"$attache" print -q --dump lines | awk '
    function fault(what) { print place ", line " $1 ": " what "\n" $0; faults++ }
    function field(name, i) {
        for (i = 2; i < NF; i++)
            if ($i == name)
                return $(i + 1) + 0
        fault("no " name)
        return 0
    }
    / paragraph of / {
        place = $1
        count = $4
        measure = $7 + 0 # of "N lines, measure X pt"
        next
    }
    {
        lines++
        tracking = field("tracking")
        expansion = field("expansion")
        field("demerits")
        hyphens += / hyphen/
        expanded += expansion != 10000
        tracked += tracking != 0
        if (field("ratio") < -200) fault("spaces under 0.8 of the font\047s")
        if (expansion < 9800 || expansion > 10200) fault("expanded by more than 2 %")
        if (tracking < -5 || tracking > 5) fault("tracked by more than 0.5 % of the size")
        if (/ overfull/) fault("too wide")
        if ($1 == count && / hyphen/) fault("the paragraph ends in a hyphen")
        # Text of 10.2 pt is set 362.835 pt wide, the side and tables narrower.
        if ($1 == count && count > 1 && measure > 362 && measure < 363 && field("width") < 2 * 10.2)
            fault("a last line under 2 em")
    }
    END {
        if (lines < 500 || !hyphens || !expanded || !tracked)
            print "only " lines " lines, " hyphens " hyphens, " expanded " expanded, " tracked " tracked"
        exit faults || lines < 500 || !hyphens || !expanded || !tracked
    }'
