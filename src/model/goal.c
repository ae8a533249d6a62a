#include "model/goal.h"
#include "yaml/rules.h"

enum { MOST_PAGES = 10000, MOST_MULTIPLE = 64 };

bool page_goal_read(struct str s, struct page_goal *goal) {
    static const struct str prefix = {"multiple of", 11};
    s = str_trim(s);
    bool multiple = str_starts(s, prefix);
    if (multiple)
        s = str_trim(str_part(s, prefix.length, SIZE_MAX));
    int64_t pages;
    if (!rule_integer(s, &pages) || pages < (multiple ? 2 : 1) ||
        pages > (multiple ? MOST_MULTIPLE : MOST_PAGES))
        return false;
    *goal = (struct page_goal){.pages = (uint32_t)pages, .multiple = multiple};
    return true;
}
