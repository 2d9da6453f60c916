<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>Pricewright</name>
    <message numerus="yes">
        <source> · median %1 [%2 … %3], %n seller(s)</source>
        <translation>
            <numerusform> · median %1 [%2 … %3], %n seller</numerusform>
            <numerusform> · median %1 [%2 … %3], %n sellers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n currencies</source>
        <translation>
            <numerusform>%1 of %n currency</numerusform>
            <numerusform>%1 of %n currencies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n prices</source>
        <translation>
            <numerusform>%1 of %n price</numerusform>
            <numerusform>%1 of %n prices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n sources fresh</source>
        <translation>
            <numerusform>%1 of %n source fresh</numerusform>
            <numerusform>%1 of %n sources fresh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of planned %2 % · %n week(s)</source>
        <translation>
            <numerusform>%1 of planned %2 % · %n week</numerusform>
            <numerusform>%1 of planned %2 % · %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n rows</source>
        <translation>
            <numerusform>%1: %n row</numerusform>
            <numerusform>%1: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n week(s), %2 together, %3 in the period that is compared with</source>
        <translation>
            <numerusform>%1: %n week, %2 together, %3 in the period that is compared with</numerusform>
            <numerusform>%1: %n weeks, %2 together, %3 in the period that is compared with</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n KVI</source>
        <translation>
            <numerusform>%n KVI</numerusform>
            <numerusform>%n KVIs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are set up</source>
        <translation>
            <numerusform>%n alert is set up</numerusform>
            <numerusform>%n alerts are set up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) dealt with · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n alert dealt with · Ctrl+Z takes it back</numerusform>
            <numerusform>%n alerts dealt with · Ctrl+Z takes it back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) fired · 4 shows them</source>
        <translation>
            <numerusform>%n alert fired · 4 shows it</numerusform>
            <numerusform>%n alerts fired · 4 shows them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) put off until tomorrow · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n alert put off until tomorrow · Ctrl+Z takes it back</numerusform>
            <numerusform>%n alerts put off until tomorrow · Ctrl+Z takes it back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) of time</source>
        <translation>
            <numerusform>%n block of time</numerusform>
            <numerusform>%n blocks of time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n competitor(s): median %1 within %2 … %3</source>
        <translation>
            <numerusform>%n competitor: median %1 within %2 … %3</numerusform>
            <numerusform>%n competitors: median %1 within %2 … %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) from its start</source>
        <translation>
            <numerusform>%n day from its start</numerusform>
            <numerusform>%n days from its start</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) planned</source>
        <translation>
            <numerusform>%n day planned</numerusform>
            <numerusform>%n days planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decided by something else than profit, not added</source>
        <translation>
            <numerusform>%n decided by something else than profit, not added</numerusform>
            <numerusform>%n decided by something else than profit, not added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decisions</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ended without a figure</source>
        <translation>
            <numerusform>%n ended without a figure</numerusform>
            <numerusform>%n ended without a figure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in other currencies not drawn</source>
        <translation>
            <numerusform>%n in another currency not drawn</numerusform>
            <numerusform>%n in other currencies not drawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list(s)</source>
        <translation>
            <numerusform>%n list</numerusform>
            <numerusform>%n lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>%n look</numerusform>
            <numerusform>%n looks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n mail</numerusform>
            <numerusform>%n mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) confirmed · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n match confirmed · Ctrl+Z takes it back</numerusform>
            <numerusform>%n matches confirmed · Ctrl+Z takes it back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) rejected · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n match rejected · Ctrl+Z takes it back</numerusform>
            <numerusform>%n matches rejected · Ctrl+Z takes it back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s)</source>
        <translation>
            <numerusform>%n offer</numerusform>
            <numerusform>%n offers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s) confirmed · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n offer confirmed · Ctrl+Z takes it back</numerusform>
            <numerusform>%n offers confirmed · Ctrl+Z takes it back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s) rejected · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n offer rejected · Ctrl+Z takes it back</numerusform>
            <numerusform>%n offers rejected · Ctrl+Z takes it back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of sites whose terms nobody has accepted</source>
        <translation>
            <numerusform>%n page of a site whose terms nobody has accepted</numerusform>
            <numerusform>%n pages of sites whose terms nobody has accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) outside their site's hours</source>
        <translation>
            <numerusform>%n page outside its site's hours</numerusform>
            <numerusform>%n pages outside their site's hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) wait for the budget</source>
        <translation>
            <numerusform>%n page waits for the budget</numerusform>
            <numerusform>%n pages wait for the budget</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) would lose the price that is read today</source>
        <translation>
            <numerusform>%n page would lose the price that is read today</numerusform>
            <numerusform>%n pages would lose the price that is read today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s)</source>
        <translation>
            <numerusform>%n price</numerusform>
            <numerusform>%n prices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) are held until %1, %2 at the latest: no cycle changes them meanwhile</source>
        <translation>
            <numerusform>%n price is held until %1, %2 at the latest: no cycle changes it meanwhile</numerusform>
            <numerusform>%n prices are held until %1, %2 at the latest: no cycle changes them meanwhile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) in %1 left out: no exchange rate in one of the periods.</source>
        <translation>
            <numerusform>%n price in %1 left out: no exchange rate in one of the periods.</numerusform>
            <numerusform>%n prices in %1 left out: no exchange rate in one of the periods.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) left out: no VAT rate for their market and class.</source>
        <translation>
            <numerusform>%n price left out: no VAT rate for its market and class.</numerusform>
            <numerusform>%n prices left out: no VAT rate for their market and class.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) on their way through Approvals</source>
        <translation>
            <numerusform>%n price on its way through Approvals</numerusform>
            <numerusform>%n prices on their way through Approvals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) pass the limits</source>
        <translation>
            <numerusform>%n price passes the limits</numerusform>
            <numerusform>%n prices pass the limits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) scored</source>
        <translation>
            <numerusform>%n price scored</numerusform>
            <numerusform>%n prices scored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) wait in the queue.</source>
        <translation>
            <numerusform>%n price waits in the queue.</numerusform>
            <numerusform>%n prices wait in the queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s), counted</source>
        <translation>
            <numerusform>%n price, counted</numerusform>
            <numerusform>%n prices, counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prices left out: no exchange rate or VAT rate.</source>
        <translation>
            <numerusform>%n price left out: no exchange rate or VAT rate.</numerusform>
            <numerusform>%n prices left out: no exchange rate or VAT rate.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s), counted</source>
        <translation>
            <numerusform>%n product, counted</numerusform>
            <numerusform>%n products, counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s)</source>
        <translation>
            <numerusform>%n proposal</numerusform>
            <numerusform>%n proposals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) taken back</source>
        <translation>
            <numerusform>%n proposal taken back</numerusform>
            <numerusform>%n proposals taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s), each under the usual limits</source>
        <translation>
            <numerusform>%n proposal, under the usual limits</numerusform>
            <numerusform>%n proposals, each under the usual limits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s)</source>
        <translation>
            <numerusform>%n relation</numerusform>
            <numerusform>%n relations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rolled out</source>
        <translation>
            <numerusform>%n rolled out</numerusform>
            <numerusform>%n rolled out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) rejected</source>
        <translation>
            <numerusform>%n row rejected</numerusform>
            <numerusform>%n rows rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows written to %1</source>
        <translation>
            <numerusform>%n row written to %1</numerusform>
            <numerusform>%n rows written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenario(s)</source>
        <translation>
            <numerusform>%n scenario</numerusform>
            <numerusform>%n scenarios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s)</source>
        <translation>
            <numerusform>%n test</numerusform>
            <numerusform>%n tests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) checked: all go on as they are</source>
        <translation>
            <numerusform>%n test checked: it goes on as it is</numerusform>
            <numerusform>%n tests checked: all go on as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) could not be dealt with; all others were. It is tried again within the hour. %1</source>
        <translation>
            <numerusform>%n test could not be dealt with; all others were. It is tried again within the hour. %1</numerusform>
            <numerusform>%n tests could not be dealt with; all others were. They are tried again within the hour. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) · found %1</source>
        <translation>
            <numerusform>%n test · found %1</numerusform>
            <numerusform>%n tests · found %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s): %1 surely above zero, %2 surely below, all others can be nothing</source>
        <translation>
            <numerusform>%n test: %1 surely above zero, %2 surely below, all others can be nothing</numerusform>
            <numerusform>%n tests: %1 surely above zero, %2 surely below, all others can be nothing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too early</source>
        <translation>
            <numerusform>%n too early</numerusform>
            <numerusform>%n too early</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for a decision</source>
        <translation>
            <numerusform>%n waits for a decision</numerusform>
            <numerusform>%n wait for a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for people</source>
        <translation>
            <numerusform>%n waits for people</numerusform>
            <numerusform>%n wait for people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s)</source>
        <translation>
            <numerusform>%n webhook</numerusform>
            <numerusform>%n webhooks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) before</source>
        <translation>
            <numerusform>%n week before</numerusform>
            <numerusform>%n weeks before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were refused, the first because: %1</source>
        <translation>
            <numerusform>%n was refused, because: %1</numerusform>
            <numerusform>%n were refused, the first because: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a rate, not in sums</source>
        <translation>
            <numerusform>%n without a rate, not in sums</numerusform>
            <numerusform>%n without a rate, not in sums</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zone(s)</source>
        <translation>
            <numerusform>%n zone</numerusform>
            <numerusform>%n zones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n texts were too long for a cell and were cut)</source>
        <translation>
            <numerusform>(%n text was too long for a cell and was cut)</numerusform>
            <numerusform>(%n texts were too long for a cell and were cut)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>90 % interval, %n test(s)</source>
        <translation>
            <numerusform>90 % interval, %n test</numerusform>
            <numerusform>90 % interval, %n tests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n pending proposal(s) fall away with the next cycle</source>
        <translation>
            <numerusform>; %n pending proposal falls away with the next cycle</numerusform>
            <numerusform>; %n pending proposals fall away with the next cycle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n rows shown</source>
        <translation>
            <numerusform>The %n row shown</numerusform>
            <numerusform>All %n rows shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n day(s): not beyond what was registered.</source>
        <translation>
            <numerusform>At most %n day: not beyond what was registered.</numerusform>
            <numerusform>At most %n days: not beyond what was registered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n competitor(s), less than half of the prices are fresh now</source>
        <translation>
            <numerusform>Of %n competitor, less than half of the prices are fresh now</numerusform>
            <numerusform>Of %n competitors, less than half of the prices are fresh now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R puts %n price(s) back at once</source>
        <translation>
            <numerusform>R puts %n price back at once</numerusform>
            <numerusform>R puts %n prices back at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n chosen</source>
        <translation>
            <numerusform>The %n chosen</numerusform>
            <numerusform>The %n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more of these</source>
        <translation>
            <numerusform>and %n more of these</numerusform>
            <numerusform>and %n more of these</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %n failed page(s) a service stood in</source>
        <translation>
            <numerusform>for %n failed page a service stood in</numerusform>
            <numerusform>for %n failed pages a service stood in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>prices left alone for %n day(s)</source>
        <translation>
            <numerusform>prices left alone for %n day</numerusform>
            <numerusform>prices left alone for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>test %1 for %n week(s)</source>
        <translation>
            <numerusform>test %1 for %n week</numerusform>
            <numerusform>test %1 for %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the market falls by %1 % in 7 days, or %n mutual undercut(s)</source>
        <translation>
            <numerusform>the market falls by %1 % in 7 days, or %n mutual undercut</numerusform>
            <numerusform>the market falls by %1 % in 7 days, or %n mutual undercuts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” goes on for %n more day(s)</source>
        <translation>
            <numerusform>“%1” goes on for %n more day</numerusform>
            <numerusform>“%1” goes on for %n more days</numerusform>
        </translation>
    </message>
</context>
</TS>
