#include "base/date.h"
#include "unit/check.h"

static bool parses(const char *text) {
    struct date date;
    return date_parse(str_from(text), &date);
}

static struct date of(const char *text) {
    struct date date = {0};
    date_parse(str_from(text), &date);
    return date;
}

int main(void) {
    CHECK(parses("2019-11-15") && parses("2016-02") && parses("1992") && parses("2020-02-29"));
    CHECK(parses("2000-02-29") && !parses("1900-02-29") && !parses("2019-02-29"));
    CHECK(!parses("2019-13-05") && !parses("2019-00-05") && !parses("2019-04-31"));
    CHECK(!parses("0000") && !parses("2019-1-5") && !parses("15.11.2019") && !parses("2019/11/15"));
    CHECK(!parses("2019-11-15 ") && !parses("") && !parses("+201") && !parses("2019-11-+5"));
    CHECK(of("2016-02").day == 0 && of("2016-02").month == 2 && of("1992").month == 0);
    CHECK(date_compare(of("2019"), of("2019-01-01")) < 0);
    CHECK(date_compare(of("2019-12-31"), of("2020")) < 0);
    CHECK(date_compare(of("2019-11"), of("2019-11")) == 0);
    return check_end();
}
