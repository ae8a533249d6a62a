#include "model/labels.h"
#include "model/table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const struct field label_fields[] = {
    {.name = "",
     .type = FIELD_TEXT,
     .offset = offsetof(struct label, text),
     .required = true,
     .about = "The word, by language.",
     .example = "{en: Embassy, ru: Посольство}"},
};
const struct record label_record =
    RECORD(label, label, "`labels.yaml`: the words of the pages by key, each a map by language.");

/* In the order of their bytes, for the search. */
const char *const label_keys[] = {
    "accredited",
    "address",
    "address_local",
    "all_missions",
    "also_in",
    "as_of",
    "by_country",
    "by_region",
    "by_type",
    "consulate",
    "consulate_general",
    "contact",
    "contents",
    "continued",
    "covered_from",
    "date",
    "delegation",
    "disclaimer",
    "district",
    "e_mail",
    "edition_of",
    "email",
    "embargo",
    "embassy",
    "embassy_branch",
    "emergency",
    "fax",
    "head",
    "honorary_consulate",
    "hours",
    "in_this_issue",
    "index_of_cities",
    "index_of_countries",
    "index_of_heads",
    "interests_section",
    "issn",
    "legend",
    "ministry",
    "missions_by_type",
    "missions_concerned",
    "missions_listing",
    "national_day",
    "note",
    "number",
    "on_the_web",
    "opened",
    "other_missions",
    "page_of",
    "permanent_mission",
    "phone",
    "place",
    "postal_address",
    "print_version",
    "published_by",
    "reference",
    "related",
    "sections",
    "see_page",
    "social",
    "sources",
    "status",
    "status_closed",
    "status_elsewhere",
    "status_open",
    "status_suspended",
    "telephone",
    "time_zone",
    "total",
    "totals",
    "trade_mission",
    "vice_consulate",
    "volume",
    "website",
};
const size_t label_key_count = sizeof label_keys / sizeof *label_keys;

static int compare_key(const void *key, const void *label) {
    return str_compare(*(const struct str *)key, ((const struct label *)label)->key.text);
}

const struct label *label_find(const struct labels *labels, struct str key) {
    return labels->count ? bsearch(&key, labels->at, labels->count, sizeof *labels->at, compare_key)
                         : NULL;
}

struct str label_in(const struct labels *labels, const char *key, struct str language) {
    const struct label *label = label_find(labels, str_from(key));
    assert(label);
    return text_in(&label->text, language);
}
