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
const struct record label_record = RECORD(label, label, "A word of the pages.");

/* The keys in the order of their bytes, for the search, each with the word that
 * stands in where there is no labels.yaml; \xC2\xA0 is the no-break space. */
#define KNOWN_LABELS(X)                                                                            \
    X(about_accredited, "Other countries that the mission serves")                                 \
    X(about_address, "Address")                                                                    \
    X(about_address_local, "Address in the script of the country")                                 \
    X(about_as_of, "Day of the facts")                                                             \
    X(about_district, "Consular district")                                                         \
    X(about_e_mail, "E-mail address")                                                              \
    X(about_emergency, "Telephone for citizens in need, outside the hours")                        \
    X(about_fax, "Fax")                                                                            \
    X(about_head, "Head of the mission")                                                           \
    X(about_hours, "Hours, local time")                                                            \
    X(about_national_day, "National day")                                                          \
    X(about_note, "Remark")                                                                        \
    X(about_opened, "Date of opening")                                                             \
    X(about_postal_address, "Address for letters")                                                 \
    X(about_social, "Social networks")                                                             \
    X(about_status, "Whether the mission works")                                                   \
    X(about_telephone, "Telephone")                                                                \
    X(about_time_zone, "Time zone")                                                                \
    X(about_website, "Site")                                                                       \
    X(accredited, "Also for")                                                                      \
    X(address, "Address")                                                                          \
    X(address_local, "Local")                                                                      \
    X(all_missions, "All missions")                                                                \
    X(also_in, "Also in")                                                                          \
    X(as_of, "As of")                                                                              \
    X(consulate, "Consulate")                                                                      \
    X(consulate_general, "Consulate General")                                                      \
    X(contact, "Contact")                                                                          \
    X(contents, "Contents")                                                                        \
    X(continued, "{name} (continued)")                                                             \
    X(covered_from, "Covered from {name}, p.\xC2\xA0"                                              \
                    "{page}")                                                                      \
    X(date, "Date")                                                                                \
    X(delegation, "Permanent Delegation")                                                          \
    X(district, "District")                                                                        \
    X(e_mail, "E-mail")                                                                            \
    X(edition_of, "Edition of {date}")                                                             \
    X(embargo, "Not for publication before {date}")                                                \
    X(embassy, "Embassy")                                                                          \
    X(embassy_branch, "Branch of the Embassy")                                                     \
    X(emergency, "Urgent")                                                                         \
    X(fax, "Fax")                                                                                  \
    X(head, "Head")                                                                                \
    X(honorary_consulate, "Honorary Consulate")                                                    \
    X(hours, "Hours")                                                                              \
    X(index_of_cities, "Index of cities")                                                          \
    X(index_of_countries, "Index of countries")                                                    \
    X(index_of_heads, "Index of heads")                                                            \
    X(interests_section, "Interests Section")                                                      \
    X(issn, "ISSN")                                                                                \
    X(legend, "Labels explained")                                                                  \
    X(ministry, "Ministry")                                                                        \
    X(missions_by_type, "Missions by type")                                                        \
    X(missions_concerned, "Missions concerned")                                                    \
    X(missions_listing, "Missions abroad")                                                         \
    X(national_day, "Nat. day")                                                                    \
    X(note, "Note")                                                                                \
    X(number, "No.\xC2\xA0"                                                                        \
              "{number}")                                                                          \
    X(on_the_web, "On the web")                                                                    \
    X(opened, "Opened")                                                                            \
    X(page_of, "Page\xC2\xA0"                                                                      \
               "{page} of\xC2\xA0"                                                                 \
               "{pages}")                                                                          \
    X(permanent_mission, "Permanent Mission")                                                      \
    X(postal_address, "Post")                                                                      \
    X(print_version, "Print version")                                                              \
    X(published_by, "Published by")                                                                \
    X(reference, "Reference")                                                                      \
    X(related, "Related")                                                                          \
    X(see_page, "p.\xC2\xA0"                                                                       \
                "{page}")                                                                          \
    X(social, "Social")                                                                            \
    X(source, "Source")                                                                            \
    X(sources, "Sources")                                                                          \
    X(status, "Status")                                                                            \
    X(status_closed, "Closed")                                                                     \
    X(status_elsewhere, "Works from elsewhere")                                                    \
    X(status_open, "Open")                                                                         \
    X(status_suspended, "Suspended")                                                               \
    X(telephone, "Tel.")                                                                           \
    X(time_zone, "Time")                                                                           \
    X(total, "Total")                                                                              \
    X(totals, "Totals")                                                                            \
    X(trade_mission, "Trade Mission")                                                              \
    X(vice_consulate, "Vice-Consulate")                                                            \
    X(volume, "Volume\xC2\xA0"                                                                     \
              "{volume}")                                                                          \
    X(website, "Web")

#define KEY(key, word) #key,
#define WORD(key, word) {"" word, sizeof word - 1},
const char *const label_keys[] = {KNOWN_LABELS(KEY)};
static const struct str words[] = {KNOWN_LABELS(WORD)};
const size_t label_key_count = sizeof label_keys / sizeof *label_keys;

static int compare_word(const void *key, const void *known) {
    return str_compare(*(const struct str *)key, str_from(*(const char *const *)known));
}

bool label_is_known(struct str key) {
    return bsearch(&key, label_keys, label_key_count, sizeof *label_keys, compare_word) != NULL;
}

bool label_is_of_release(struct str key) {
    static const struct str keys[] = {
        {"also_in", 7},
        {"consulate", 9},
        {"consulate_general", 17},
        {"contact", 7},
        {"delegation", 10},
        {"embargo", 7},
        {"embassy", 7},
        {"embassy_branch", 14},
        {"honorary_consulate", 18},
        {"interests_section", 17},
        {"ministry", 8},
        {"missions_concerned", 18},
        {"on_the_web", 10},
        {"page_of", 7},
        {"permanent_mission", 17},
        {"print_version", 13},
        {"reference", 9},
        {"trade_mission", 13},
        {"vice_consulate", 14},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (str_equal(key, keys[i]))
            return true;
    return false;
}

static int compare_labels(const void *a, const void *b) {
    return str_compare(((const struct label *)a)->key.text, ((const struct label *)b)->key.text);
}

/* In order, and by key. */
static void sort(struct labels *labels, struct arena *arena) {
    if (labels->count)
        qsort(labels->at, labels->count, sizeof *labels->at, compare_labels);
    id_table_fill(&labels->table, arena, labels->at, labels->count, sizeof *labels->at);
}

/* NULL when there is none. */
static const struct label *label_find(const struct labels *labels, struct str key) {
    return id_table_find(&labels->table, key);
}

static struct label built_in(struct arena *arena, size_t known) {
    struct translation *translation = arena_make(arena, struct translation, 1);
    *translation = (struct translation){.language = STR("en"), .text = words[known]};
    return (struct label){.key = {.text = str_from(label_keys[known])},
                          .text = {.at = translation, .count = 1},
                          .built_in = true};
}

void labels_complete(struct labels *labels, struct arena *arena) {
    struct labels all = {.at = arena_make(arena, struct label, labels->count + label_key_count),
                         .count = labels->count};
    sort(labels, arena);
    if (labels->count)
        memcpy(all.at, labels->at, labels->count * sizeof *all.at);
    for (size_t i = 0; i < label_key_count; i++)
        if (!label_find(labels, str_from(label_keys[i])))
            all.at[all.count++] = built_in(arena, i);
    sort(&all, arena);
    *labels = all;
}

struct str label_in(const struct labels *labels, const char *key, struct str language) {
    const struct label *label = label_find(labels, str_from(key));
    assert(label);
    return text_in(&label->text, language);
}
