// Every operation, called with the generated types: arguments are written, fields of the reply are read.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components as Cloudmarket, paths as CloudmarketPaths } from "../generated/cloudmarket.js";
import type { paths as JuhePaths } from "../generated/juhe.js";
import type { paths as QccPaths } from "../generated/qcc.js";
import type { components as Qixin, paths as QixinPaths } from "../generated/qixin.js";
import type { paths as XinshuPaths } from "../generated/xinshu.js";
import { recipe, signing } from "./recipe.js";
import type { Credentials } from "./recipe.js";

const root = process.argv[2] ?? ".";
const given = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
};
const signer = (vendor: string) => {
  const own = recipe(root, vendor);
  const credentials: Credentials = {};
  for (const { name, environment } of own.credentials) credentials[name] = given(environment);
  return signing(own, credentials);
};

async function qixin(): Promise<void> {
  const client = createClient<QixinPaths>({ baseUrl: given("QIXIN_BASE_URL") });
  client.use(signer("qixin"));
  const { data } = await client.GET("/APIService/execution/getExecutionListByName", {
    params: { query: { keyword: "博山鲁星环保机械厂" }, header: { "Auth-Version": "2.0" } },
  });
  const status: Qixin["schemas"]["Status"] = "200";
  assert.equal(data?.status, status);
  const items: Qixin["schemas"]["ExecutionListByNameItem"][] = data?.data?.items ?? [];
  assert.deepEqual(
    items.map((item) => item.case_number),
    ["（2016）鲁 0304执字第 00086号", "（2013）博执字第 00223号"],
  );
  assert.equal(data?.sign?.length, 32);
}

async function xinshu(): Promise<void> {
  const client = createClient<XinshuPaths>({ baseUrl: given("XINSHU_BASE_URL") });
  client.use(signer("xinshu"));
  const { data, error } = await client.POST("/ws/repository/executedOneKeySearch", {
    params: { query: { q: "上海东虹桥融资担保股份有限公司" } },
  });
  assert.equal(error, undefined);
  assert.equal(data?.rc, "0000");
  assert.deepEqual(
    data?.data?.map((record) => record.caseState),
    ["已终本", "已终本"],
  );
}

async function qcc(): Promise<void> {
  const client = createClient<QccPaths>({ baseUrl: given("QCC_BASE_URL") });
  client.use(signer("qcc"));
  const { data } = await client.GET("/api/yj/LimitExitCheck/GetList", {
    params: { query: { searchKey: "xxxxxxx", pageSize: 20 } },
  });
  assert.equal(data?.Status, "200");
  assert.equal(data?.Result?.VerifyResult, 1);
  assert.equal(data?.Result?.Data?.[0]?.LimitList?.length, 1);
}

async function juhe(): Promise<void> {
  const client = createClient<JuhePaths>({ baseUrl: given("JUHE_BASE_URL") });
  client.use(signer("juhe"));
  const { data } = await client.POST("/personRisk/query", {
    body: { key: given("JUHE_KEY"), keyword: "江苏", realname: "张德洲", type: "1" },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
  assert.equal(data?.error_code, 0);
  assert.equal(data?.result?.data?.length, 10);
  assert.equal(data?.result?.data?.[0]?.Relation?.[0]?.TypeDesc, "失信信息");
}

async function cloudmarket(): Promise<void> {
  const endpoint = given("CLOUDMARKET_URL");
  const slash = endpoint.lastIndexOf("/");
  const client = createClient<CloudmarketPaths>({ baseUrl: endpoint.slice(0, slash) });
  client.use(signer("cloudmarket"));
  const { data } = await client.GET("/{endpoint}", {
    params: { path: { endpoint: endpoint.slice(slash + 1) }, query: { keyword: "乐视云计算有限公司" } },
  });
  assert.equal(data?.code, 0);
  const page: Cloudmarket["schemas"]["DishonestPage"] | undefined = data?.result;
  assert.equal(page?.items?.length, 2);
  assert.equal(page?.items?.[0]?.regdate, 1676390400000);
}

/** The sandbox refuses a call whose signature is wrong: that the others were let in says something. */
async function forged(): Promise<void> {
  const client = createClient<QixinPaths>({ baseUrl: given("QIXIN_BASE_URL") });
  client.use(signing(recipe(root, "qixin"), { appkey: given("QIXIN_APPKEY"), secret_key: "another" }));
  const { data } = await client.GET("/APIService/execution/getExecutionListByName", {
    params: { query: { keyword: "博山鲁星环保机械厂" }, header: { "Auth-Version": "2.0" } },
  });
  assert.equal(data?.status, "101");
}

const calls = [qixin, xinshu, qcc, juhe, cloudmarket, forged];
for (const call of calls) {
  await call();
  console.log(`${call.name}: as documented`);
}
